package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitPackTest {

    private static final GitLimits LIMITS =
            GitLimits.DEFAULT.withObjects(10_000).withObjectBytes(10_000).withFetchBytes(100_000);
    private static final String ONE = commit("one");
    private static final String TWO = commit("two");

    @TempDir
    Path folder;

    private static String commit(String message) {
        return "tree " + "4".repeat(40) + "\nauthor A <a> 1 +0000\ncommitter C <c> 7 +0000\n\n" + message + "\n";
    }

    private static ObjectId id(String text) {
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_COMMIT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Texts of the commits in the pack, in its order. */
    private List<String> read(byte[] pack) throws IOException {
        try (CommitLog log = CommitLog.open(folder.resolve("log"))) {
            CommitPack.read(new ServerTalk(LIMITS, () -> 0).pack(new ByteArrayInputStream(pack)), LIMITS, log);
            List<String> texts = new ArrayList<>();
            for (int commit = 0; commit < log.table().size(); commit++) {
                if (log.has(commit)) {
                    assertThat(log.table().id(commit)).isEqualTo(id(text(log, commit)));
                    texts.add(text(log, commit));
                }
            }
            return texts;
        }
    }

    private static String text(CommitLog log, int commit) throws IOException {
        return new String(log.text(commit), StandardCharsets.UTF_8);
    }

    @Test
    void commitsAreReadAndAllElseIsPassedOver() throws Exception {
        byte[] pack = new PackBuilder()
                .object(Constants.OBJ_BLOB, "a file")
                .object(Constants.OBJ_COMMIT, ONE)
                .object(Constants.OBJ_TREE, "")
                .object(Constants.OBJ_TAG, "a tag")
                .object(Constants.OBJ_COMMIT, TWO)
                .build();

        assertThat(read(pack)).containsExactly(ONE, TWO);
    }

    @Test
    void aCommitMayBeADifferenceFromAnEarlierOne() throws Exception {
        byte[] pack = new PackBuilder()
                .object(Constants.OBJ_COMMIT, ONE)
                .object(Constants.OBJ_BLOB, "x".repeat(5000))
                .fromEarlier(0, ONE, TWO)
                .fromEarlier(2, TWO, commit("three"))
                .fromNamed(id(ONE), ONE, commit("four"))
                .build();

        assertThat(read(pack)).containsExactly(ONE, TWO, commit("three"), commit("four"));
    }

    @Test
    void aDifferenceMayComeBeforeWhatItBeginsFrom() throws Exception {
        byte[] pack = new PackBuilder()
                .fromNamed(id(TWO), TWO, commit("three"))
                .fromEarlier(0, commit("three"), commit("four"))
                .fromNamed(id(ONE), ONE, TWO)
                .object(Constants.OBJ_COMMIT, ONE)
                .build();

        assertThat(read(pack)).containsExactlyInAnyOrder(ONE, TWO, commit("three"), commit("four"));
    }

    @Test
    void aDifferenceFromAFileIsPassedOver() throws Exception {
        byte[] pack = new PackBuilder()
                .object(Constants.OBJ_BLOB, "a file")
                .fromEarlier(0, "a file", "another file")
                .fromNamed(id("never sent"), "a file", "a third file")
                .build();

        assertThat(read(pack)).isEmpty();
    }

    @Test
    void aPackOfWhichAnyByteIsChangedIsRefused() {
        byte[] pack = new PackBuilder()
                .object(Constants.OBJ_COMMIT, ONE)
                .fromEarlier(0, ONE, TWO)
                .build();

        for (int i = 0; i < pack.length; i++) {
            byte[] changed = pack.clone();
            changed[i] ^= 0x11;
            assertThatIOException().as("byte %d", i).isThrownBy(() -> read(changed));
        }
    }

    @Test
    void aPackThatIsCutAnywhereIsRefused() {
        byte[] pack = new PackBuilder().object(Constants.OBJ_COMMIT, ONE).build();

        for (int length = 0; length < pack.length; length++) {
            byte[] cut = Arrays.copyOf(pack, length);
            assertThatIOException().as("%d bytes", length).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void aPackThatLiesAboutItsNumberOfObjectsIsRefused() {
        PackBuilder pack = new PackBuilder().object(Constants.OBJ_COMMIT, ONE);

        for (int count : List.of(0, 2, Integer.MAX_VALUE, -1)) {
            assertThatIOException().as("count %d", count).isThrownBy(() -> read(pack.build(count)));
        }
    }

    @Test
    void anObjectThatLiesAboutItsSizeIsRefused() {
        byte[] bytes = ONE.getBytes(StandardCharsets.UTF_8);

        for (int size : List.of(0, bytes.length - 1, bytes.length + 1, 9_999)) {
            byte[] pack =
                    new PackBuilder().object(Constants.OBJ_COMMIT, size, bytes).build();
            assertThatThrownBy(() -> read(pack))
                    .hasMessageContaining("an object of the pack is not as long as it says");
        }
    }

    @Test
    void whatIsLargerThanTheLimitsIsRefused() {
        byte[] large = new PackBuilder()
                .object(Constants.OBJ_COMMIT, commit("x".repeat(20_000)))
                .build();
        byte[] grown = new PackBuilder()
                .object(Constants.OBJ_COMMIT, ONE)
                .fromEarlier(0, ONE, commit("x".repeat(20_000)))
                .build();
        byte[] huge = new PackBuilder()
                .object(Constants.OBJ_BLOB, Long.MAX_VALUE, new byte[0])
                .build();

        for (byte[] pack : List.of(large, grown, huge)) {
            assertThatIOException()
                    .isThrownBy(() -> read(pack))
                    .withMessage("the pack holds an object of more than 10000 bytes");
        }
    }

    @Test
    void aBombOfZeroesIsGivenUpAtTheSizeItNames() {
        byte[] pack = new PackBuilder()
                .object(Constants.OBJ_COMMIT, 100, new byte[50 << 20])
                .build();

        assertThatIOException().isThrownBy(() -> read(pack)).withMessageContaining("not as long as it says");
    }

    @Test
    void anEndlessPackIsGivenUpAtTheLimit() {
        PackBuilder pack = new PackBuilder();
        for (int i = 0; i < 3_000; i++) {
            pack.object(Constants.OBJ_COMMIT, commit("number " + i));
        }

        assertThatIOException()
                .isThrownBy(() -> read(pack.build()))
                .withMessage("the pack is larger than 100000 bytes");
    }

    @Test
    void aPackThatPromisesTooManyObjectsIsRefusedBeforeAnyIsRead() {
        byte[] pack = new PackBuilder().object(Constants.OBJ_COMMIT, ONE).build(-1);

        assertThatIOException()
                .isThrownBy(() -> read(pack))
                .withMessage("the pack holds 4294967295 objects, more than 10000");
    }

    @Test
    void differencesFromThemselvesAndInCirclesAreLeftAlone() throws Exception {
        byte[] pack = new PackBuilder()
                .fromNamed(id(ONE), ONE, ONE)
                .fromNamed(id(TWO), TWO, commit("three"))
                .fromNamed(id(commit("three")), commit("three"), TWO)
                .object(Constants.OBJ_COMMIT, commit("four"))
                .build();

        assertThat(read(pack)).containsExactly(commit("four"));
    }

    @Test
    void aLongChainOfDifferencesThatBeginsAtTheEndIsUntangled() throws Exception {
        PackBuilder pack = new PackBuilder();
        int length = 500;
        for (int i = length; i > 0; i--) {
            pack.fromNamed(id(commit("number " + (i - 1))), commit("number " + (i - 1)), commit("number " + i));
        }
        pack.object(Constants.OBJ_COMMIT, commit("number 0"));

        assertThat(read(pack.build())).hasSize(length + 1).contains(commit("number 500"));
    }

    @Test
    void differencesThatWaitForNothingAreGivenUp() throws Exception {
        PackBuilder pack =
                new PackBuilder().fromNamed(ObjectId.zeroId(), "", "").lastAgain(270_000);

        try (CommitLog log = CommitLog.open(folder.resolve("log"))) {
            assertThatIOException()
                    .isThrownBy(() -> CommitPack.read(new ByteArrayInputStream(pack.build()), GitLimits.DEFAULT, log))
                    .withMessageContaining("bytes of differences from objects that did not come before");
        }
    }

    @Test
    void commitsThatGrowOutOfSmallDifferencesAreGivenUpAtTheLimit() {
        String large = commit("x".repeat(9_000));
        PackBuilder pack = new PackBuilder().object(Constants.OBJ_COMMIT, large);
        for (int i = 0; i < 20; i++) {
            pack.fromNamed(id(large), large, large + i);
        }

        assertThatIOException()
                .isThrownBy(() -> read(pack.build()))
                .withMessage("the commits are larger than 100000 bytes");
    }

    @Test
    void aCommitMayHaveTenThousandParentsAndNotMoreThanTheLimit() throws Exception {
        GitLimits limits = GitLimits.DEFAULT.withObjects(10_000);
        String parents = IntStream.range(0, 10_000)
                .mapToObj(i -> "parent " + String.format("%040x", i) + "\n")
                .collect(Collectors.joining());
        String author = "author A <a> 1 +0000\ncommitter C <c> 7 +0000\n\n";
        String octopus = "tree " + "4".repeat(40) + "\n" + parents + author;
        byte[] pack = new PackBuilder().object(Constants.OBJ_COMMIT, octopus).build();
        byte[] more = new PackBuilder()
                .object(Constants.OBJ_COMMIT, octopus)
                .object(Constants.OBJ_COMMIT, octopus + "again")
                .build();

        try (CommitLog log = CommitLog.open(folder.resolve("log"))) {
            CommitPack.read(new ByteArrayInputStream(pack), limits, log);
            assertThat(log.table().parents(log.table().find(id(octopus)))).hasSize(10_000);
            assertThatIOException()
                    .isThrownBy(() -> CommitPack.read(new ByteArrayInputStream(more), limits, log))
                    .withMessage("the commits name more than 10000 parents");
        }
    }

    @Test
    void aCommitThatIsNoneIsRefused() {
        for (String text : List.of("", "tree x", "tree " + "z".repeat(40) + "\n", "parent " + "4".repeat(40))) {
            byte[] pack = new PackBuilder().object(Constants.OBJ_COMMIT, text).build();
            assertThatIOException().as(text).isThrownBy(() -> read(pack));
        }
    }
}
