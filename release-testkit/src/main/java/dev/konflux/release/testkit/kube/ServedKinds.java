package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds a server serves, each in all its versions. */
final class ServedKinds {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

    /** Released versions before beta before alpha, the highest first, as the API server prefers them. */
    private static final Comparator<String> PREFERENCE =
            Comparator.comparing(ServedKinds::rank).reversed();

    private final ImmutableList<ServedKind> kinds;
    private final ImmutableMap<String, ServedKind> byPath;

    private ServedKinds(ImmutableList<ServedKind> kinds) {
        this.kinds = kinds;
        this.byPath = Maps.uniqueIndex(
                kinds,
                kind -> key(kind.type().group(), kind.version(), kind.type().plural()));
    }

    static ServedKinds of(Stream<KindDefinition> definitions) {
        return new ServedKinds(definitions
                .flatMap(definition ->
                        definition.versions().stream().map(version -> new ServedKind(definition, version)))
                .collect(ImmutableList.toImmutableList()));
    }

    private static String key(String group, String version, String plural) {
        return group + "/" + version + "/" + plural;
    }

    private static String rank(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return "";
        }
        String stage = parts.group(2) == null ? "z" : parts.group(2);
        int step = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return "%s%04d%04d".formatted(stage, Integer.parseInt(parts.group(1)), step);
    }

    Optional<ServedKind> find(String group, String version, String plural) {
        return Optional.ofNullable(byPath.get(key(group, version, plural)));
    }

    List<ServedKind> all() {
        return kinds;
    }

    /** The groups with a name, in the order in which they came. */
    List<String> groups() {
        return kinds.stream()
                .map(kind -> kind.type().group())
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    /** The versions of a group, the preferred one first. */
    List<String> versionsOf(String group) {
        return kinds.stream()
                .filter(kind -> kind.type().group().equals(group))
                .map(ServedKind::version)
                .distinct()
                .sorted(PREFERENCE)
                .toList();
    }

    /** The kinds of a version of a group, by their plurals. */
    List<ServedKind> in(String group, String version) {
        return kinds.stream()
                .filter(kind ->
                        kind.type().group().equals(group) && kind.version().equals(version))
                .sorted(Comparator.comparing(kind -> kind.type().plural()))
                .toList();
    }
}
