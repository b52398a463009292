package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.konflux.release.testkit.store.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A kind that the server serves: its names, versions and columns. Tests make their own with {@link #custom}.
 *
 * <pre>{@code
 * KindDefinition.custom("example.com", "v1", "Widget", "widgets").withColumn(Column.of("Size", "string", ".spec.size"))
 * }</pre>
 *
 * @param versions the versions it is served in, the preferred one first; all show the same objects
 * @param isNamespaced whether its objects live in namespaces
 * @param isCustom whether it behaves as the kinds of custom resource definitions do
 * @param deprecations what users of a version are warned of, by version
 */
public record KindDefinition(
        ResourceType type,
        List<String> versions,
        boolean isNamespaced,
        boolean isCustom,
        List<String> shortNames,
        List<String> categories,
        List<Column> columns,
        Map<String, String> deprecations) {

    /** Keeps its own copies. */
    public KindDefinition {
        versions = ImmutableList.copyOf(versions);
        shortNames = ImmutableList.copyOf(shortNames);
        categories = ImmutableList.copyOf(categories);
        columns = ImmutableList.copyOf(columns);
        deprecations = ImmutableMap.copyOf(deprecations);
    }

    /** A kind of a custom resource definition: in namespaces, with a status of its own, without a schema. */
    public static KindDefinition custom(String group, String version, String kind, String plural) {
        return new KindDefinition(
                new ResourceType(group, version, kind, plural, true),
                List.of(version),
                true,
                true,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /** The same kind outside of namespaces. */
    public KindDefinition clusterWide() {
        return new KindDefinition(type, versions, false, isCustom, shortNames, categories, columns, deprecations);
    }

    /** The same kind with a short name more. */
    public KindDefinition withShortName(String name) {
        return new KindDefinition(
                type, versions, isNamespaced, isCustom, with(shortNames, name), categories, columns, deprecations);
    }

    /** The same kind with a column more. */
    public KindDefinition withColumn(Column column) {
        return new KindDefinition(
                type, versions, isNamespaced, isCustom, shortNames, categories, with(columns, column), deprecations);
    }

    /** The same kind, whose users are warned when they use a version. */
    public KindDefinition withDeprecated(String version, String warning) {
        Map<String, String> more = ImmutableMap.<String, String>builder()
                .putAll(deprecations)
                .put(version, warning)
                .buildKeepingLast();
        return new KindDefinition(type, versions, isNamespaced, isCustom, shortNames, categories, columns, more);
    }

    private static <T> List<T> with(List<T> items, T further) {
        return Stream.concat(items.stream(), Stream.of(further)).toList();
    }

    String singular() {
        return type.kind().toLowerCase(Locale.ROOT);
    }
}
