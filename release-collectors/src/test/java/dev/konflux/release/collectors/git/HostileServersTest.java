package dev.konflux.release.collectors.git;

import static dev.konflux.release.collectors.git.HostileServer.bytes;
import static dev.konflux.release.collectors.git.HostileServer.packet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that would keep a client busy for ever, or fill its memory or disk. */
class HostileServersTest {

    private static final String ID = "1".repeat(40);
    private static final byte[] FLUSH = bytes("0000");
    private static final byte[] ADVERTISED = Bytes.concat(
            packet(ID + " refs/heads/main\0side-band-64k ofs-delta filter agent=x\n"), FLUSH, packet("NAK\n"));
    private static final GitLimits LIMITS = GitLimits.DEFAULT.withTalkBytes(200_000);

    @TempDir
    Path folder;

    /** Asks for a history by hashes, which needs commits alone, then for one of a path, which needs a clone. */
    private void assertFailure(GitLimits limits, HostileServer server, String reason) throws IOException {
        try (server) {
            for (Optional<String> path : List.of(Optional.<String>empty(), Optional.of("a"))) {
                assertThatThrownBy(() -> log(limits, server.url(), path))
                        .isInstanceOf(GitFailure.class)
                        .hasMessage("cannot clone " + server.url() + ": " + reason);
            }
        }
    }

    private List<GitEntry> log(GitLimits limits, String url, Optional<String> path) {
        GitClones clones =
                GitClones.cachedIn(folder.resolve("cache")).limits(limits).build();
        try (GitRepository repository = clones.open(GitRequest.of(url))) {
            return repository.log(ID, "2".repeat(40), path);
        }
    }

    @Test
    void branchesWithoutEndAreGivenUp() throws Exception {
        assertFailure(
                LIMITS,
                HostileServer.saying(client -> {
                    for (int i = 0; ; i++) {
                        client.write(packet(ID + " refs/heads/b" + i + (i == 0 ? "\0filter" : "") + "\n"));
                    }
                }),
                "the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void capabilitiesWithoutEndAreGivenUp() throws Exception {
        assertFailure(
                LIMITS,
                HostileServer.saying(client -> {
                    client.write(packet("version 2\n"));
                    for (int i = 0; ; i++) {
                        client.write(packet("capability" + i + "=x\n"));
                    }
                }),
                "the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void packetsWithNothingInThemAreGivenUp() throws Exception {
        assertFailure(
                LIMITS,
                HostileServer.repeating(ADVERTISED, packet("\1")),
                "the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void progressWithoutEndIsGivenUp() throws Exception {
        assertFailure(
                LIMITS,
                HostileServer.repeating(ADVERTISED, packet("\2Counting objects")),
                "the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void acknowledgementsWithoutEndAreGivenUp() throws Exception {
        byte[] branches = packet(ID + " refs/heads/main\0multi_ack_detailed side-band-64k filter\n");

        assertFailure(
                LIMITS,
                HostileServer.repeating(Bytes.concat(branches, FLUSH), packet("ACK " + ID + " common\n")),
                "the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void aPackThatPromisesBillionsOfObjectsIsRefused() throws Exception {
        byte[] pack = bytes("PACK\0\0\0\2\177\377\377\377");

        assertFailure(
                LIMITS,
                HostileServer.saying(Bytes.concat(ADVERTISED, sideBand(pack))),
                "the pack holds 2147483647 objects, more than 20000000");
    }

    @Test
    void aPackWithoutEndIsGivenUp() throws Exception {
        byte[] header = bytes("PACK\0\0\0\2\0\1\0\0");
        byte[] object = new PackBuilder()
                .object(Constants.OBJ_BLOB, ID.length(), bytes(ID))
                .objects();

        assertFailure(
                LIMITS.withFetchBytes(50_000),
                HostileServer.repeating(Bytes.concat(ADVERTISED, sideBand(header)), sideBand(object)),
                "the pack is larger than 50000 bytes");
    }

    private static byte[] sideBand(byte[] pack) {
        return packet("\1" + new String(pack, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aServerThatDripsIsGivenUpWhenItsTimeIsOver() throws Exception {
        assertFailure(
                GitLimits.DEFAULT.withTime(Duration.ofMillis(50)),
                HostileServer.saying(client -> {
                    client.write(packet(ID + " refs/heads/main\0filter\n"));
                    for (int i = 0; ; i++) {
                        for (byte drop : packet(ID + " refs/heads/b" + i + "\n")) {
                            client.write(drop);
                            client.flush();
                        }
                    }
                }),
                "the server took longer than PT0.05S");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (HostileServer server = HostileServer.saying(HostileServersTest::untilInterrupted)) {
            assertThatThrownBy(() -> log(LIMITS.withSilence(Duration.ofMillis(50)), server.url(), Optional.empty()))
                    .isInstanceOf(GitFailure.class)
                    .hasMessage("cannot clone " + server.url() + ": the server said nothing for PT0.05S");
        }
    }

    private static void untilInterrupted(OutputStream client) {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptedThreadDoesNotWaitForAServerThatSaysNothing() throws Exception {
        Thread waiting = Thread.currentThread();

        try (HostileServer server = HostileServer.saying(client -> {
            waiting.interrupt();
            untilInterrupted(client);
        })) {
            assertThatThrownBy(() -> log(LIMITS, server.url(), Optional.empty()))
                    .isInstanceOf(GitFailure.class)
                    .hasMessage("cannot clone " + server.url() + ": reading the repository was stopped");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void namesThatLeadOutOfTheFolderWriteNothingThere() throws Exception {
        for (String name : List.of("refs/heads/../../../../../evil", "refs/heads/..", "refs/../../evil", "../evil")) {
            byte[] advertised = Bytes.concat(packet(ID + " " + name + "\0symref=HEAD:" + name + " agent=x\n"), FLUSH);
            try (HostileServer server = HostileServer.saying(advertised)) {
                for (Optional<String> path : List.of(Optional.<String>empty(), Optional.of("a"))) {
                    assertThatThrownBy(() -> log(LIMITS, server.url(), path)).isInstanceOf(GitFailure.class);
                }
            }
        }
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(folder.resolve("cache").resolve("evil")).doesNotExist();
    }

    @Test
    void nonsenseIsAFailure() throws Exception {
        for (String nonsense :
                List.of("", "HTTP/1.1 200 OK\r\n\r\n", "ffff", "0004", "zzzz", "0000", "001eERR hello\n")) {
            try (HostileServer server = HostileServer.saying(bytes(nonsense))) {
                assertThatThrownBy(() -> log(LIMITS, server.url(), Optional.empty()))
                        .as(nonsense)
                        .isInstanceOf(GitFailure.class);
            }
        }
    }

    @Test
    void whatTheServerSaysOfAnErrorIsToldInOneLineAndNotTooLong() throws Exception {
        byte[] error = packet("ERR \033[2J no\nsuch " + "x".repeat(5_000));

        try (HostileServer server = HostileServer.saying(error)) {
            assertThatThrownBy(() -> log(LIMITS, server.url(), Optional.empty()))
                    .isInstanceOf(GitFailure.class)
                    .hasMessageContaining(" [2J no such xxx")
                    .hasMessageNotContainingAny("\033", "\n", "x".repeat(1_000));
        }
    }
}
