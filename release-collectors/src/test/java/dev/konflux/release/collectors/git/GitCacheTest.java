package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCacheTest {

    @TempDir
    Path folder;

    private ServedRepository origin;
    private RevCommit first;
    private RevCommit last;

    @BeforeEach
    void serve() throws Exception {
        origin = ServedRepository.in(folder.resolve("origin"));
        first = origin.commit("one", "a/file");
        origin.commit("two", "b/file");
        last = origin.commit("three", "a/file");
    }

    @AfterEach
    void close() throws Exception {
        origin.close();
    }

    private GitClones clones() {
        return GitClones.cachedIn(folder.resolve("cache")).build();
    }

    private List<String> log(GitAccess clones, RevCommit since, RevCommit until, Optional<String> path) {
        try (GitRepository repository = clones.open(GitRequest.of(origin.url()))) {
            return repository.log(since.name(), until.name(), path).stream()
                    .map(GitEntry::subject)
                    .toList();
        }
    }

    private List<Path> clonesOf(String content) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.endsWith(content)).toList();
        }
    }

    private boolean cacheHolds(ObjectId id, String content) throws IOException {
        try (Repository repository = new RepositoryBuilder()
                .setGitDir(clonesOf(content).get(0).toFile())
                .build()) {
            return repository.getObjectDatabase().has(id);
        }
    }

    @Test
    void aLogBringsCommitsAndNoFiles() throws Exception {
        assertThat(log(clones(), first, last, Optional.empty())).containsExactly("three", "two");

        assertThat(clonesOf("log")).hasSize(1);
        assertThat(clonesOf("trees")).isEmpty();
        assertThat(clonesOf("commits")).isEmpty();
    }

    @Test
    void aLogOfAPathBringsTheNamesOfFilesToo() throws Exception {
        assertThat(log(clones(), first, last, Optional.of("a"))).containsExactly("three");

        assertThat(cacheHolds(last.getTree(), "trees")).isTrue();
    }

    @Test
    void aServerThatCannotLeaveAnythingOutServesAsWell() throws Exception {
        origin.allowFilters(false);

        assertThat(log(clones(), first, last, Optional.empty())).containsExactly("three", "two");
    }

    @Test
    void aFileBringsOneCommit() throws Exception {
        try (GitRepository repository = clones().open(GitRequest.of(origin.url()))) {
            assertThat(repository.file("main", "a/file")).contains("three".getBytes());
            assertThatThrownBy(() -> repository.file("nope", "a/file"))
                    .isInstanceOf(GitFailure.class)
                    .hasMessageContaining("nope");
        }
    }

    @Test
    void whatIsInTheCacheNeedsNoServer() throws Exception {
        log(clones(), first, last, Optional.empty());
        origin.stopServing();

        assertThat(log(clones(), first, last, Optional.empty())).containsExactly("three", "two");
    }

    @Test
    void aCloneInTheCacheIsBroughtUpToDate() throws Exception {
        log(clones(), first, last, Optional.empty());
        RevCommit newer = origin.commit("four", "a/file");

        assertThat(log(clones(), last, newer, Optional.empty())).containsExactly("four");
    }

    @Test
    void aHashThatNoBranchReachesAnyMoreIsNotThere() throws Exception {
        origin.git().reset().setRef(first.name()).call();
        RevCommit other = origin.commit("other", "c/file");

        assertThatThrownBy(() -> log(clones(), last, other, Optional.empty()))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining(last.name());
    }

    @Test
    void threadsShareOneClone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            GitClones shared = clones();
            List<Future<List<String>>> logs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                GitClones clones = i % 2 == 0 ? shared : clones();
                logs.add(threads.submit(() -> log(clones, first, last, Optional.empty())));
            }
            for (Future<List<String>> log : logs) {
                assertThat(log.get()).containsExactly("three", "two");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(clonesOf("log")).hasSize(1);
    }

    @Test
    void processesShareOneClone() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CacheUser.class.getName(),
                            folder.resolve("cache").toString(),
                            origin.url(),
                            first.name(),
                            last.name())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines()).containsExactly("three", "two");
        }
        assertThat(clonesOf("log")).hasSize(1);
    }

    @Test
    void aFirstQuestionBringsNoMoreThanItNeedsAndAnEarlierOneTheRest() throws Exception {
        RevCommit newest = origin.commit("four", "a/file");
        assertThat(log(clones(), last, newest, Optional.empty())).containsExactly("four");
        Path texts = clonesOf("log").get(0).resolve("texts");
        assertThat(Files.readString(texts)).contains("four").doesNotContain("three", "two", "one");

        assertThat(log(clones(), first, newest, Optional.empty())).containsExactly("four", "three", "two");
        assertThat(Files.readString(texts)).contains("four", "three", "two", "one");
    }

    @Test
    void aPreviousRevisionThatIsNewerLeavesNothing() throws Exception {
        assertThat(log(clones(), last, first, Optional.empty())).isEmpty();
    }

    @Test
    void aTagIsFollowedToItsCommit() throws Exception {
        Ref tag = origin.git()
                .tag()
                .setName("v1")
                .setAnnotated(true)
                .setSigned(false)
                .setMessage("Fixes CVE-2024-1")
                .setObjectId(last)
                .call();

        try (GitRepository repository = clones().open(GitRequest.of(origin.url()))) {
            assertThat(repository.log(first.name(), tag.getObjectId().name(), Optional.empty()))
                    .extracting(GitEntry::subject)
                    .containsExactly("three", "two");
            assertThat(repository.show(tag.getObjectId().name(), Optional.empty()))
                    .extracting(GitEntry::message)
                    .containsExactly("Fixes CVE-2024-1", "three");
        }
    }
}
