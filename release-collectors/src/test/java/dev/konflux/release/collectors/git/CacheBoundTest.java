package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheBoundTest {

    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

    @TempDir
    Path cache;

    private void keep(String name, int bytes, Duration ago) throws IOException {
        Path part = cache.resolve(name);
        CacheBound.use(part);
        Files.write(Files.createDirectories(part.resolve("log")).resolve("texts"), new byte[bytes]);
        Files.setLastModifiedTime(part.resolve("used"), FileTime.from(NOW.minus(ago)));
    }

    private List<String> leftWithAtMost(long bytes) throws IOException {
        new CacheBound(cache, bytes, Clock.fixed(NOW, ZoneOffset.UTC)).enforce();
        try (Stream<Path> left = Files.list(cache)) {
            return left.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws Exception {
        keep("a", 100, Duration.ofHours(3));
        keep("b", 100, Duration.ofHours(5));
        keep("c", 100, Duration.ofHours(4));

        assertThat(leftWithAtMost(300)).containsExactly("a", "b", "c");
        assertThat(leftWithAtMost(299)).containsExactly("a", "c");
        assertThat(leftWithAtMost(100)).containsExactly("a");
    }

    @Test
    void whatSomebodyMayBeReadingStays() throws Exception {
        keep("reading", 1_000, Duration.ofMinutes(59));
        keep("old", 10, Duration.ofDays(1));

        assertThat(leftWithAtMost(0)).containsExactly("reading");
    }

    @Test
    void whatIsNoPartOfTheCacheStays() throws Exception {
        Files.write(cache.resolve("notes"), new byte[100]);
        Files.createDirectories(cache.resolve("folder"));

        assertThat(leftWithAtMost(0)).containsExactly("folder", "notes");
    }
}
