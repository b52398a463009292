package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitLogTest {

    @TempDir
    Path folder;

    private static byte[] commit(String message, String... parents) {
        StringBuilder text = new StringBuilder("tree " + "4".repeat(40) + "\n");
        for (String parent : parents) {
            text.append("parent ").append(parent).append('\n');
        }
        text.append("author A <a> 1 +0000\ncommitter C <c> 4102444800 +0000\n\n")
                .append(message);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void save(byte[]... commits) throws IOException {
        try (CommitLog log = CommitLog.open(folder)) {
            for (byte[] commit : commits) {
                log.add(commit);
            }
            log.save(Set.of(), Optional.empty());
        }
    }

    @Test
    void whatWasSavedIsThereAgain() throws Exception {
        String parent = "a".repeat(40);
        save(commit("one", parent, "b".repeat(40)));

        try (CommitLog log = CommitLog.open(folder)) {
            int commit = log.add(commit("one", parent, "b".repeat(40)));
            assertThat(log.text(commit)).isEqualTo(commit("one", parent, "b".repeat(40)));
            assertThat(log.table().date(commit)).isEqualTo(4_102_444_800L);
            assertThat(Arrays.stream(log.table().parents(commit)).mapToObj(log.table()::id))
                    .containsExactly(ObjectId.fromString(parent), ObjectId.fromString("b".repeat(40)));
            assertThat(log.has(log.table().find(ObjectId.fromString(parent)))).isFalse();
        }
    }

    @Test
    void whatWasNotSavedNeverWas() throws Exception {
        save(commit("one"));
        try (CommitLog interrupted = CommitLog.open(folder)) {
            interrupted.add(commit("lost ".repeat(100_000)));
        }
        save(commit("two"));

        try (CommitLog log = CommitLog.open(folder)) {
            assertThat(log.table().size()).isEqualTo(2);
            assertThat(log.text(0)).isEqualTo(commit("one"));
            assertThat(log.text(1)).isEqualTo(commit("two"));
        }
    }

    @Test
    void aReaderIsNotDisturbedByWhatIsAdded() throws Exception {
        save(commit("one"));

        try (CommitLog reader = CommitLog.open(folder)) {
            save(commit("two"));

            assertThat(reader.table().size()).isEqualTo(1);
            assertThat(reader.text(0)).isEqualTo(commit("one"));
        }
    }

    @Test
    void aCommitIsKeptOnce() throws Exception {
        save(commit("one"), commit("one"));
        save(commit("one"));

        assertThat(Files.size(folder.resolve("texts"))).isEqualTo(commit("one").length);
    }

    @Test
    void textsLargerThanTheBuffersAreKept() throws Exception {
        byte[] large = commit("x".repeat(1 << 20));
        save(commit("one"), large, commit("two"));

        try (CommitLog log = CommitLog.open(folder)) {
            assertThat(log.text(2)).isEqualTo(commit("two"));
            assertThat(log.text(1)).isEqualTo(large);
            assertThat(log.text(0)).isEqualTo(commit("one"));
        }
    }

    @Test
    void aDamagedLogSaysSo() throws Exception {
        save(commit("one"));
        Files.write(folder.resolve("texts"), new byte[] {1});
        assertThatIOException()
                .isThrownBy(() -> CommitLog.open(folder))
                .withMessageContaining("the cache is damaged: ")
                .withMessageContaining("texts is too short");

        Files.writeString(folder.resolve("state"), "nonsense");
        assertThatIOException()
                .isThrownBy(() -> CommitLog.open(folder))
                .withMessageContaining("state is not as it was written");
    }
}
