package dev.konflux.release.model.admission;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The kinds whose schemas are known. */
public final class Schemas {

    private final ImmutableMap<String, KindSchema> byName;

    private Schemas(Iterable<KindSchema> kinds) {
        ImmutableMap.Builder<String, KindSchema> names = ImmutableMap.builder();
        kinds.forEach(kind -> names.put(name(kind.apiVersion(), kind.kind()), kind));
        this.byName = names.buildOrThrow();
    }

    /** The kinds around a release: plans, admissions, releases, snapshots, policies, applications, components, scenarios and projects. */
    public static Schemas known() {
        return Known.SCHEMAS;
    }

    private static Schemas load() {
        try {
            return new Schemas(SchemaText.read(
                    Resources.toString(Resources.getResource(Schemas.class, "schemas.txt"), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a kind in a version. */
    public Optional<KindSchema> find(String apiVersion, String kind) {
        return Optional.ofNullable(byName.get(name(apiVersion, kind)));
    }

    /** The schema of an object's kind and version. */
    public Optional<KindSchema> find(DataObject object) {
        return find(
                object.findText("apiVersion").orElse(""),
                object.findText("kind").orElse(""));
    }

    /** All of them. */
    public List<KindSchema> all() {
        return byName.values().asList();
    }

    /** Only those that pass. */
    public Schemas only(Predicate<KindSchema> wanted) {
        return new Schemas(byName.values().stream().filter(wanted).toList());
    }

    private static String name(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }

    /** Read on first use. */
    private static final class Known {
        private static final Schemas SCHEMAS = load();
    }
}
