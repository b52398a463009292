package dev.konflux.release.collectors;

import java.util.Optional;

/** Where collectors look secrets up. */
@FunctionalInterface
public interface Secrets {

    /** The secret; empty when there is none of that name or it may not be read. */
    Optional<Secret> find(String namespace, String name);

    /** A provider that has no secrets. */
    static Secrets none() {
        return (namespace, name) -> Optional.empty();
    }
}
