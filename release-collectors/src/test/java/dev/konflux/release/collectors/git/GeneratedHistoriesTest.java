package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with git itself; {@code -Dcollectors.histories=1000} tries more, {@code -Dcollectors.seed=7} others. */
class GeneratedHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("collectors.histories", 6);
    private static final int SEED = Integer.getInteger("collectors.seed", 1);
    private static final int QUESTIONS = 12;
    private static final int SERVED_QUESTIONS = 3;

    @TempDir
    Path folder;

    @BeforeEach
    void requireGit() {
        assumeTrue(GeneratedRepository.canBeMade(), "git is not here: generated histories are not compared");
    }

    @Test
    void aRangeHasTheCommitsOfGitInItsOrder() throws Exception {
        for (int history = SEED; history < SEED + HISTORIES; history++) {
            Random chance = new Random(history);
            GeneratedRepository origin = GeneratedRepository.in(folder.resolve("origin" + history), chance);
            try (GitClones clones =
                    GitClones.into(folder.resolve("clones" + history)).build()) {
                for (int i = 0; i < QUESTIONS; i++) {
                    String since = origin.any(chance);
                    String until = origin.any(chance);
                    List<String> path = i % 2 == 0
                            ? List.of()
                            : List.of(GeneratedRepository.PATHS.get(chance.nextInt(GeneratedRepository.PATHS.size())));
                    assertThat(log(clones, origin.folder().toString(), since, until, path))
                            .as("history %d: %s..%s %s", history, since, until, path)
                            .isEqualTo(origin.log(since, until, path));
                }
            }
        }
    }

    @Test
    void aRangeFromAServerIsTheSame() throws Exception {
        try (GitServer server = GitServer.of(folder)) {
            for (int history = SEED; history < SEED + HISTORIES; history++) {
                Random chance = new Random(history);
                GeneratedRepository origin = GeneratedRepository.in(folder.resolve("served" + history), chance);
                try (GitClones clones =
                        GitClones.into(folder.resolve("brought" + history)).build()) {
                    for (int i = 0; i < SERVED_QUESTIONS; i++) {
                        String since = origin.any(chance);
                        String until = origin.any(chance);
                        assertThat(log(clones, server.url(origin.folder()), since, until, List.of()))
                                .as("history %d: %s..%s", history, since, until)
                                .isEqualTo(origin.log(since, until, List.of()));
                    }
                }
            }
        }
    }

    private static List<String> log(GitClones clones, String url, String since, String until, List<String> path) {
        try (GitRepository repository = clones.open(GitRequest.of(url))) {
            return repository.log(since, until, path.isEmpty() ? Optional.empty() : Optional.of(path.get(0))).stream()
                    .map(GitEntry::id)
                    .toList();
        }
    }
}
