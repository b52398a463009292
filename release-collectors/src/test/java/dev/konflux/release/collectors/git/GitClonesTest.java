package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitClonesTest {

    private static final GitRequest REQUEST = GitRequest.of("https://git.example.com/org/app");

    @TempDir
    Path folder;

    private Git origin;
    private GitClones clones;
    private int seconds;

    @BeforeEach
    void serveARepository() throws Exception {
        origin = Git.init()
                .setDirectory(folder.resolve("origin").toFile())
                .setInitialBranch("main")
                .call();
        clones = GitClones.into(folder.resolve("clones"))
                .insteadOf(url -> folder.resolve("origin").toString())
                .build();
    }

    @AfterEach
    void close() {
        clones.close();
        origin.close();
    }

    private RevCommit commit(String message, String file, String content) throws Exception {
        Path path = folder.resolve("origin").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        origin.add().addFilepattern(".").call();
        PersonIdent author = new PersonIdent(
                "Ana", "ana@example.com", Instant.ofEpochSecond(1_700_000_000L + seconds++), ZoneOffset.UTC);
        return origin.commit()
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
    }

    private List<String> log(String since, String until, Optional<String> path) {
        try (GitRepository repository = clones.open(REQUEST)) {
            return repository.log(since, until, path).stream()
                    .map(GitEntry::subject)
                    .toList();
        }
    }

    @Test
    void aRangeIsToldNewestFirstWithoutItsStart() throws Exception {
        RevCommit first = commit("one", "a", "1");
        commit("two", "a", "2");
        RevCommit last = commit("three", "a", "3");

        assertThat(log(first.name(), last.name(), Optional.empty())).containsExactly("three", "two");
    }

    @Test
    void aPathLeavesOutCommitsThatDoNotTouchIt() throws Exception {
        RevCommit first = commit("base", "README", "1");
        commit("api", "api/x", "1");
        commit("web", "web/x", "1");
        RevCommit last = commit("both", "api/x", "2");

        assertThat(log(first.name(), last.name(), Optional.of("./api//"))).containsExactly("both", "api");
    }

    @Test
    void aPathOutOfTheRepositoryIsRefused() throws Exception {
        RevCommit first = commit("one", "a", "1");

        assertThatThrownBy(() -> log(first.name(), "main", Optional.of("../x")))
                .isInstanceOf(GitFailure.class)
                .hasMessage("../x is outside of the repository");
    }

    @Test
    void anUnknownRevisionIsNamed() throws Exception {
        commit("one", "a", "1");

        assertThatThrownBy(() -> log("nope", "main", Optional.empty()))
                .isInstanceOf(GitFailure.class)
                .hasMessage("unknown revision: nope");
    }

    @Test
    void aRepositoryThatIsNotThereIsAFailureWithoutCredentials() {
        GitClones lost = GitClones.into(folder.resolve("lost"))
                .insteadOf(url -> folder.resolve("nothing").toString())
                .build();

        GitRepository repository = lost.open(GitRequest.of("https://user:secret@git.example.com/x"));

        assertThatThrownBy(() -> repository.show("HEAD", Optional.empty()))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("https://git.example.com/x")
                .hasMessageNotContaining("secret");
    }

    @Test
    void filesAreReadFromABranch() throws Exception {
        commit("one", "docs/notes.yaml", "synopsis: x\n");

        try (GitRepository repository = clones.open(REQUEST)) {
            assertThat(repository.file("main", "docs/../docs/notes.yaml"))
                    .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                            .isEqualTo("synopsis: x\n"));
        }
    }

    @Test
    void aLinkOutOfTheRepositoryLeadsNowhere() throws Exception {
        Files.writeString(folder.resolve("outside"), "secret");
        Files.createDirectories(folder.resolve("origin"));
        Files.createSymbolicLink(folder.resolve("origin").resolve("link"), Path.of("../outside"));
        commit("one", "a", "1");

        try (GitRepository repository = clones.open(REQUEST)) {
            assertThat(repository.file("main", "link")).isEmpty();
        }
    }

    @Test
    void closingDeletesTheClones() throws Exception {
        commit("one", "a", "1");
        log("", "", Optional.empty());

        clones.close();

        assertThat(folder.resolve("clones")).doesNotExist();
    }
}
