package dev.konflux.release.examples.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.git.GitEntry;
import dev.konflux.release.collectors.git.GitRepository;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.junit.CollectorContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChangelogCollectorTest extends CollectorContract {

    /** A repository of one file. */
    private record Repository(String changelog) implements GitRepository {

        @Override
        public void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader) {}

        @Override
        public List<GitEntry> show(String revision, Optional<String> path) {
            return List.of();
        }

        @Override
        public Optional<byte[]> file(String branch, String path) {
            return path.equals("CHANGELOG.md")
                    ? Optional.of(changelog.getBytes(StandardCharsets.UTF_8))
                    : Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Override
    protected Collector collector() {
        return new ChangelogCollector();
    }

    @Override
    protected CollectorContext context() {
        return CollectorContext.builder()
                .release(DataObject.empty())
                .git(request -> new Repository("# Changes\n\n## 1.1\n\n- Faster.\n\n## 1.0\n\n- First.\n"))
                .putParameters("git", List.of("https://git.example.com/org/app"))
                .putParameters("branch", List.of("main"))
                .build();
    }

    @Test
    void theNewestSectionBecomesTheDescription() {
        assertThat(collector().collect(context()).toString())
                .isEqualTo("{\"releaseNotes\":{\"description\":\"- Faster.\"}}");
    }
}
