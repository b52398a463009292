package dev.konflux.release.collectors.git;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** Sessions over ssh with one given key. Neither the user's own keys and settings nor his known hosts are looked at. */
final class SshSessions {

    private static final File NO_FOLDER = new File("/nonexistent");

    private SshSessions() {}

    /**
     * Opens the way to ssh servers.
     *
     * @throws IOException when the key is none
     */
    static SshSessionFactory open(Optional<byte[]> key, HostKeys hostKeys) throws IOException {
        List<KeyPair> keys = key.isPresent() ? read(key.get()) : List.of();
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(NO_FOLDER)
                .setSshDirectory(NO_FOLDER)
                .setConfigStoreFactory((home, config, user) -> null)
                .setDefaultIdentities(folder -> List.of())
                .setDefaultKeysProvider(folder -> keys)
                .setServerKeyDatabase((home, folder) -> new KnownServers(hostKeys))
                .setPreferredAuthentications("publickey")
                .build(null);
    }

    private static List<KeyPair> read(byte[] key) throws IOException {
        List<KeyPair> keys = new ArrayList<>();
        try (InputStream in = new ByteArrayInputStream(key)) {
            Iterable<KeyPair> found =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("the key of the secret"), in, null);
            if (found != null) {
                found.forEach(keys::add);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the secret cannot be read" + hint(), e);
        }
        if (keys.isEmpty()) {
            throw new IOException("the secret holds no private key" + hint());
        }
        return keys;
    }

    private static String hint() {
        return SecurityUtils.isEDDSACurveSupported()
                ? ""
                : "; if it is an Ed25519 key, the library org.bouncycastle:bcprov-jdk18on is needed, which is not there";
    }

    /** Asks the caller's policy about every server. */
    private record KnownServers(HostKeys hostKeys) implements ServerKeyDatabase {

        @Override
        public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration settings) {
            return List.of();
        }

        @Override
        public boolean accept(
                String address,
                InetSocketAddress remote,
                PublicKey key,
                Configuration settings,
                CredentialsProvider asking) {
            return hostKeys.isKnown(remote.getHostString(), remote.getPort(), key);
        }
    }
}
