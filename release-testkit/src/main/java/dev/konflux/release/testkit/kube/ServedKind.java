package dev.konflux.release.testkit.kube;

import dev.konflux.release.testkit.store.ResourceType;
import java.util.Optional;

/**
 * A kind as it is served in one of its versions; all versions are the same objects.
 *
 * @param version the version the request names
 */
record ServedKind(KindDefinition definition, String version) {

    ResourceType type() {
        return definition.type();
    }

    boolean isCustom() {
        return definition.isCustom();
    }

    boolean isNamespaced() {
        return definition.isNamespaced();
    }

    /** What users of the version are warned of. */
    Optional<String> deprecation() {
        return Optional.ofNullable(definition.deprecations().get(version));
    }

    String apiVersion() {
        return type().group().isEmpty() ? version : type().group() + "/" + version;
    }
}
