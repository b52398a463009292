package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.GitReference;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitResolutionTest {

    private static final String URL = "https://git.example.com/catalog";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static GitResolution resolved(String url, String revision, GitRemotes remotes, boolean hasToken) {
        return GitResolution.of(new GitReference(url, revision, "p.yaml"), remotes, hasToken);
    }

    /** A repository that fails for these reasons, one after the other, before it answers. */
    private static GitRemotes failing(String... reasons) {
        Queue<String> left = new ArrayDeque<>(List.of(reasons));
        return (url, branch) -> {
            if (left.isEmpty()) {
                return Optional.of(COMMIT);
            }
            throw new GitRemotes.Unreachable(left.remove());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "' ', main, p.yaml, 'url'",
        "'', '', '', 'url, revision, pathInRepo'",
        "u, '\t', ' ', 'revision, pathInRepo'",
    })
    void everythingBlankIsNamed(String url, String revision, String path, String missing) {
        GitResolution resolution =
                GitResolution.of(new GitReference(url, revision, path), GitRemotes.anything(), false);

        assertThat(resolution.failure())
                .isEqualTo("git resolution failed: invalid git configuration: " + missing + " cannot be empty");
        assertThat(resolution.permanent()).isTrue();
    }

    @Test
    void aCommitIsTakenAsItIs() {
        assertThat(resolved(URL, COMMIT, failing("nobody asks"), false).revision())
                .isEqualTo(COMMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "0123456", "0123456789ABCDEF0123456789ABCDEF01234567"})
    void tagsAndShortCommitsAreNoBranches(String revision) {
        GitResolution resolution = resolved(URL, revision, (url, branch) -> Optional.empty(), false);

        assertThat(resolution.failure())
                .isEqualTo(
                        "git resolution failed: branch not found: branch '" + revision + "' not found in repository");
        assertThat(resolution.permanent()).isTrue();
    }

    @Test
    void theBranchStandsInForTheCommitOfARepositoryThatCannotBeListed() {
        assertThat(resolved(URL, "main", failing("authentication required"), true))
                .isEqualTo(new GitResolution("main", "", false));
    }

    @Test
    void withATokenTheRepositoriesOfGitHubMustBeListed() {
        GitResolution resolution = resolved("https://GitHub.com/a/b", "main", failing("authentication required"), true);

        assertThat(resolution.failure())
                .isEqualTo("git resolution failed: remote repository access failed: authentication required");
        assertThat(resolution.permanent()).isFalse();
    }

    @Test
    void aRateLimitIsOutlivedThreeTimes() {
        assertThat(resolved(URL, "main", failing("rate limit", "403", "API rate limit"), false)
                        .revision())
                .isEqualTo(COMMIT);
        assertThat(resolved(URL, "main", failing("403", "403", "403", "403 again"), false)
                        .failure())
                .isEqualTo(
                        "git resolution failed: remote repository access failed after 3 retries (rate limited): 403 again");
    }
}
