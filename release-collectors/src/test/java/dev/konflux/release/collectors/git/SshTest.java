package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.UploadPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTest {

    @TempDir
    Path folder;

    private ServedRepository origin;
    private SshServer server;
    private KeyPair userKey;
    private PublicKey serverKey;
    private RevCommit first;
    private RevCommit last;

    @BeforeEach
    void serve() throws Exception {
        origin = ServedRepository.in(folder.resolve("origin"));
        first = origin.commit("one", "a");
        last = origin.commit("two", "a");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        userKey = generator.generateKeyPair();
        KeyPair hostKey = generator.generateKeyPair();
        serverKey = hostKey.getPublic();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> key.equals(userKey.getPublic()));
        server.setCommandFactory(
                (channel, command) -> new ServingCommand(origin.git().getRepository()));
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop(true);
        origin.close();
    }

    private static byte[] pem(KeyPair key) {
        String text = Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded());
        return ("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyPair ed25519() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519", new BouncyCastleProvider())
                .generateKeyPair();
    }

    private static byte[] openSsh(KeyPair key) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "ana", null, text);
        return text.toByteArray();
    }

    private List<String> log(HostKeys hostKeys, byte[] key) {
        return log(hostKeys, key, GitLimits.DEFAULT);
    }

    private List<String> log(HostKeys hostKeys, byte[] key, GitLimits limits) {
        GitClones clones = GitClones.into(folder.resolve("clones"))
                .hostKeys(hostKeys)
                .limits(limits)
                .build();
        String url = "ssh://git@127.0.0.1:" + server.getPort() + "/org/app";
        try (GitRepository repository = clones.open(GitRequest.of(url).withSshKey(key))) {
            return repository.log(first.name(), last.name(), Optional.empty()).stream()
                    .map(GitEntry::subject)
                    .toList();
        }
    }

    @Test
    void aKnownServerIsClonedFromWithTheGivenKey() {
        assertThat(log((host, port, key) -> key.equals(serverKey), pem(userKey)))
                .containsExactly("two");
    }

    @Test
    void anEd25519KeyWorksAsSshKeygenWritesIt() throws Exception {
        userKey = ed25519();

        assertThat(log((host, port, key) -> key.equals(serverKey), openSsh(userKey)))
                .containsExactly("two");
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsRefused() throws Exception {
        KeyPair another = ed25519();

        assertThatThrownBy(() -> log((host, port, key) -> true, openSsh(another)))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("cannot clone ssh://127.0.0.1");
    }

    @Test
    void aServerThatSaysTooMuchIsGivenUp() {
        assertThatThrownBy(() -> log((host, port, key) -> true, pem(userKey), GitLimits.DEFAULT.withTalkBytes(10)))
                .isInstanceOf(GitFailure.class)
                .hasMessageEndingWith("/org/app: the server sent more than 10 bytes beside the pack");
    }

    @Test
    void aServerThatNobodyKnowsIsNotTalkedTo() {
        assertThatThrownBy(() -> log(HostKeys.none(), pem(userKey))).isInstanceOf(GitFailure.class);
    }

    @Test
    void aKeyThatIsNoneIsNamedAndNotShown() {
        assertThatThrownBy(() -> log((host, port, key) -> true, "hunter2".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GitFailure.class)
                .hasMessageNotContaining("hunter2");
    }

    /** Serves one repository, whichever is asked for. */
    private static final class ServingCommand implements Command {

        private final Repository repository;
        private InputStream in;
        private OutputStream out;
        private ExitCallback exit;

        ServingCommand(Repository repository) {
            this.repository = repository;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {}

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread thread = new Thread(() -> {
                try {
                    new UploadPack(repository).upload(in, out, null);
                    exit.onExit(0);
                } catch (IOException e) {
                    exit.onExit(1);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
