package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileRepositoriesTest {

    @TempDir
    Path folder;

    private ServedRepository origin;
    private RevCommit first;

    @BeforeEach
    void serve() throws Exception {
        origin = ServedRepository.in(folder.resolve("origin"));
        first = origin.commit("one", "a");
    }

    @AfterEach
    void close() throws Exception {
        origin.close();
    }

    private List<GitEntry> log(GitLimits limits, String url, String until) {
        GitClones clones =
                GitClones.cachedIn(folder.resolve("cache")).limits(limits).build();
        try (GitRepository repository = clones.open(GitRequest.of(url))) {
            return repository.log(first.name(), until, Optional.empty());
        }
    }

    @Test
    void anObjectAboveTheLimitIsRefused() throws Exception {
        RevCommit huge = origin.commit("x".repeat(20_000), "a");

        assertThatThrownBy(() -> log(GitLimits.DEFAULT.withObjectBytes(10_000), origin.url(), huge.name()))
                .isInstanceOf(GitFailure.class)
                .hasMessage("cannot clone " + origin.url() + ": the pack holds an object of more than 10000 bytes");
    }

    @Test
    void revisionsThatLookLikeOptionsAreRevisionsNobodyKnows() {
        for (String revision :
                List.of("--output=" + folder.resolve("evil"), "-1", "--", "$(touch evil)", "@{-1}", "^")) {
            assertThatThrownBy(() -> log(GitLimits.DEFAULT, origin.url(), revision))
                    .isInstanceOf(GitFailure.class);
        }
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void branchesThatLookLikeOptionsAreBranches() throws Exception {
        origin.git().getRepository().updateRef("refs/heads/--upload-pack=evil").link("refs/heads/main");
        RevCommit last = origin.commit("two", "a");

        assertThat(log(GitLimits.DEFAULT, origin.url(), last.name()))
                .extracting(GitEntry::subject)
                .containsExactly("two");
    }

    @Test
    void onlyKnownWaysLeadToARepository() {
        for (String url : List.of("amazon-s3://key@bucket/x", "ext::sh -c evil", "sftp://host/x", "bundle:///x")) {
            assertThatThrownBy(() -> log(GitLimits.DEFAULT, url, first.name()))
                    .as(url)
                    .isInstanceOf(GitFailure.class);
        }
    }

    @Test
    void anInterruptedThreadStopsReading() throws Exception {
        RevCommit last = origin.commit("two", "a");
        log(GitLimits.DEFAULT, origin.url(), last.name());

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> log(GitLimits.DEFAULT, origin.url(), last.name()))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("stopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Optional<byte[]> file(String path) {
        try (GitRepository repository =
                GitClones.cachedIn(folder.resolve("cache")).build().open(GitRequest.of(origin.url()))) {
            return repository.file("main", path);
        }
    }

    private void link(String name, String target) throws Exception {
        Files.createSymbolicLink(folder.resolve("origin").resolve(name), Path.of(target));
    }

    @Test
    void linksInCirclesAndOutOfTheTreeLeadNowhere() throws Exception {
        link("self", "self");
        link("ping", "pong");
        link("pong", "ping");
        link("out", "../../cache");
        link("absolute", folder.resolve("origin").resolve("a").toString());
        link("git", ".git/config");
        link("through", "a/b");
        link("good", "./a");
        origin.commit("links", "x/y");

        for (String path : List.of("self", "ping", "out", "absolute", "git", "through", "self/x", "x", "x/y/z", ".")) {
            assertThat(file(path)).as(path).isEmpty();
        }
        assertThat(file("x/../good"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("one".getBytes()));
    }

    @Test
    void aFetchAboveTheLimitIsRefused() throws Exception {
        for (int i = 0; i < 20; i++) {
            origin.commit("commit " + i + " " + new Random(i).nextLong(), "a");
        }
        RevCommit last = origin.commit("last", "a");

        assertThatThrownBy(() -> log(GitLimits.DEFAULT.withFetchBytes(1_000), origin.url(), last.name()))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("the pack is larger than 1000 bytes");
    }

    @Test
    void aModuleOfAnotherRepositoryIsNoFile() throws Exception {
        DirCache index = origin.git().getRepository().lockDirCache();
        DirCacheEditor editor = index.editor();
        editor.add(new DirCacheEditor.PathEdit("module") {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.GITLINK);
                entry.setObjectId(first);
            }
        });
        assertThat(editor.commit()).isTrue();
        origin.commit("with module", "b");

        assertThat(file("module")).isEmpty();
        assertThat(file("module/a")).isEmpty();
        assertThat(file("b")).isPresent();
    }

    /** Puts a commit among the loose objects, as it would be packed small. */
    private String looseCommit(int size) throws Exception {
        Path objects = folder.resolve("origin/.git/objects");
        byte[] start = ("tree " + Constants.EMPTY_TREE_ID.name() + "\nparent " + first.name()
                        + "\nauthor A <a@x> 1800000000 +0000\ncommitter A <a@x> 1800000000 +0000\n\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] header = ("commit " + size + "\0").getBytes(StandardCharsets.US_ASCII);
        MessageDigest hash = Constants.newMessageDigest();
        Path written = folder.resolve("object");
        try (OutputStream out =
                new DigestOutputStream(new DeflaterOutputStream(Files.newOutputStream(written)), hash)) {
            out.write(header);
            out.write(start);
            byte[] filling = new byte[1 << 20];
            Arrays.fill(filling, (byte) 'x');
            for (int left = size - start.length; left > 0; left -= filling.length) {
                out.write(filling, 0, Math.min(left, filling.length));
            }
        }
        String id = HexFormat.of().formatHex(hash.digest());
        Path place = objects.resolve(id.substring(0, 2)).resolve(id.substring(2));
        Files.createDirectories(place.getParent());
        Files.move(written, place);
        return id;
    }

    @Test
    void aBombAmongTheObjectsOfARepositoryOnThisMachineIsNotLoaded() throws Exception {
        // The larger one is what JGit itself does not take into memory.
        Map<Integer, String> reasons = Map.of(17, "is larger than 16777216 bytes", 64, "exceeds 5,242,880 limit");
        for (int mebibytes : reasons.keySet()) {
            String bomb = looseCommit(mebibytes << 20);
            Files.writeString(folder.resolve("origin/.git/refs/heads/bomb"), bomb + "\n");

            assertThatThrownBy(() ->
                            log(GitLimits.DEFAULT, folder.resolve("origin").toString(), bomb))
                    .isInstanceOf(GitFailure.class)
                    .hasMessageContainingAll(bomb, reasons.get(mebibytes));
        }
    }
}
