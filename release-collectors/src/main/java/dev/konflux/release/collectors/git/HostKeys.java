package dev.konflux.release.collectors.git;

import java.security.PublicKey;

/** Which ssh servers are the ones they claim to be. */
@FunctionalInterface
public interface HostKeys {

    /**
     * Whether a server may be talked to.
     *
     * @param host name or address of the server
     * @param port its port
     * @param key the key it showed
     */
    boolean isKnown(String host, int port, PublicKey key);

    /** No server is known, so none is talked to. */
    static HostKeys none() {
        return (host, port, key) -> false;
    }
}
