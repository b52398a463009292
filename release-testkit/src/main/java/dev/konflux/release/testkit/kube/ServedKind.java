package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableSet;
import dev.konflux.release.testkit.store.ResourceType;
import dev.konflux.release.testkit.store.ResourceTypes;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind as it is served in one of its versions; all versions are the same objects.
 *
 * @param version the version the request names
 */
record ServedKind(ResourceType type, String version) {

    private static final Set<String> CUSTOM_GROUPS = ImmutableSet.of("appstudio.redhat.com", "tekton.dev");
    private static final Set<String> OLD_TEKTON = ImmutableSet.of("PipelineRun", "TaskRun");

    static Stream<ServedKind> all() {
        return ResourceTypes.known().stream()
                .flatMap(type -> versions(type).map(version -> new ServedKind(type, version)));
    }

    private static Stream<String> versions(ResourceType type) {
        if (type.kind().equals("IntegrationTestScenario")) {
            return Stream.of("v1beta2", "v1beta1", "v1alpha1");
        }
        return OLD_TEKTON.contains(type.kind()) ? Stream.of(type.version(), "v1beta1") : Stream.of(type.version());
    }

    static Optional<ServedKind> find(String group, String version, String plural) {
        return all().filter(kind -> kind.type.group().equals(group)
                        && kind.version.equals(version)
                        && kind.type.plural().equals(plural))
                .findFirst();
    }

    static Collection<String> versionsOf(String group) {
        return all().filter(kind -> kind.type.group().equals(group))
                .map(ServedKind::version)
                .distinct()
                .sorted()
                .toList();
    }

    boolean isCustom() {
        return CUSTOM_GROUPS.contains(type.group());
    }

    boolean isNamespaced() {
        return !type.kind().equals("Namespace");
    }

    String apiVersion() {
        return type.group().isEmpty() ? version : type.group() + "/" + version;
    }
}
