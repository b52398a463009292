package dev.konflux.release.model.registry;

import org.jspecify.annotations.Nullable;

/** Addresses of this machine, which container tools ask without encryption. */
final class Loopback {

    private Loopback() {}

    static boolean isHost(@Nullable String host) {
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    /** Whether a registry, given as host with or without port, is on this machine. */
    static boolean isRegistry(String registry) {
        return isHost(registry.replaceFirst(":\\d{1,5}$", ""));
    }
}
