package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {

    private static final GitLogin LOGIN = new GitLogin("ana", "hunter2");
    /** {@code ana:hunter2} in base64. */
    private static final String HEADER = "Basic YW5hOmh1bnRlcjI=";

    @TempDir
    Path folder;

    private ServedRepository origin;
    private HttpGitServer server;
    private RevCommit first;
    private RevCommit last;

    @BeforeEach
    void serve() throws Exception {
        origin = ServedRepository.in(folder.resolve("origin"));
        first = origin.commit("one", "a/file");
        last = origin.commit("two", "a/file");
        server = HttpGitServer.of(origin.git().getRepository());
    }

    @AfterEach
    void close() {
        server.close();
        origin.close();
    }

    private List<String> log(String url, Optional<GitLogin> login, Optional<String> path) {
        GitClones clones = GitClones.into(folder.resolve("clones"))
                .logins(address -> address.equals(url) ? login : Optional.empty())
                .build();
        try (clones;
                GitRepository repository = clones.open(GitRequest.of(url))) {
            return repository.log(first.name(), last.name(), path).stream()
                    .map(GitEntry::subject)
                    .toList();
        }
    }

    @Test
    void aPublicRepositoryNeedsNoLogin() {
        assertThat(log(server.url(), Optional.of(LOGIN), Optional.empty())).containsExactly("two");
        assertThat(server.authorizations()).isEmpty();
    }

    @Test
    void aPrivateRepositoryIsReadWithTheLogin() {
        server.require("ana", "hunter2");

        assertThat(log(server.url(), Optional.of(LOGIN), Optional.empty())).containsExactly("two");
        assertThat(log(server.url(), Optional.of(LOGIN), Optional.of("a"))).containsExactly("two");
        assertThat(server.authorizations()).isNotEmpty().allMatch(HEADER::equals);
    }

    @Test
    void aWrongLoginIsAFailureThatDoesNotTellIt() {
        server.require("ana", "another");

        for (Optional<GitLogin> login : List.of(Optional.of(LOGIN), Optional.<GitLogin>empty())) {
            assertThatThrownBy(() -> log(server.url(), login, Optional.empty()))
                    .isInstanceOf(GitFailure.class)
                    .hasMessageContaining("cannot clone " + server.url())
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void aLoginInTheAddressIsNotTold() {
        server.require("ana", "another");
        String url = server.url().replace("//", "//ana:hunter2@");

        assertThatThrownBy(() -> log(url, Optional.empty(), Optional.empty()))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("cannot clone " + server.url())
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aLoginDoesNotFollowToAnotherServer() throws Exception {
        try (HttpGitServer other = HttpGitServer.of(origin.git().getRepository())) {
            server.require("ana", "hunter2");
            server.redirectTo(other.url());
            other.require("ana", "hunter2");

            assertThatThrownBy(() -> log(server.url(), Optional.of(LOGIN), Optional.empty()))
                    .isInstanceOf(GitFailure.class);
            assertThat(server.authorizations()).contains(HEADER);
            assertThat(other.authorizations()).isEmpty();
        }
    }

    @Test
    void anEncryptedServerIsReadWhenItsCertificateIsTrusted() throws Exception {
        KeyStore identity = identity();
        SSLContext context = context(identity);
        SSLSocketFactory usual = HttpsURLConnection.getDefaultSSLSocketFactory();
        try (HttpGitServer encrypted = HttpGitServer.encrypted(origin.git().getRepository(), context)) {
            encrypted.require("ana", "hunter2");
            assertThatThrownBy(() -> log(encrypted.url(), Optional.of(LOGIN), Optional.empty()))
                    .isInstanceOf(GitFailure.class);
            assertThat(encrypted.authorizations()).isEmpty();

            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
            assertThat(log(encrypted.url(), Optional.of(LOGIN), Optional.empty()))
                    .containsExactly("two");
        } finally {
            HttpsURLConnection.setDefaultSSLSocketFactory(usual);
        }
    }

    /** A certificate for the loopback address; Java has no interface for making one. */
    private KeyStore identity() throws Exception {
        Path file = folder.resolve("identity.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "git",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            identity.load(in, "changeit".toCharArray());
        }
        return identity;
    }

    private static SSLContext context(KeyStore identity) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(identity);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
