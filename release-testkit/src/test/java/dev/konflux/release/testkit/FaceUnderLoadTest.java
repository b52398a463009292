package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.store.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Many threads at the door of one fake service, operator and admission included. {@code -Dload.threads=64 -Dload.objects=200000} is the
 * full load.
 */
class FaceUnderLoadTest {

    private static final int THREADS = Integer.getInteger("load.threads", 8);
    private static final int OBJECTS = Integer.getInteger("load.objects", 1_000);
    private static final int SHARED = 16;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final FakeReleaseService konflux =
            FakeReleaseService.start(Worlds.plan().build(), Worlds.admission().build(), Worlds.policy());

    @Test
    void noUpdateIsLostAndNoReleaseIsHeldUp() throws Exception {
        for (int i = 0; i < SHARED; i++) {
            konflux.create(counter("shared-" + i));
        }
        PendingRelease release =
                konflux.release(Worlds.snapshot(), Worlds.plan().build());

        run();

        List<ConfigMap> maps = konflux.resources("load").all(ConfigMap.class);
        assertThat(maps).hasSize(SHARED + OBJECTS / 2);
        assertThat(maps.stream()
                        .filter(map -> map.name().startsWith("shared-"))
                        .mapToLong(FaceUnderLoadTest::count)
                        .sum())
                .isEqualTo(OBJECTS);
        assertThat(maps.stream().filter(map -> map.name().startsWith("own-"))).allMatch(map -> count(map) == 1);
        assertThat(release.await().isReleased()).isTrue();
    }

    private void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                running.add(pool.submit(() -> work(number)));
            }
            for (Future<?> worker : running) {
                worker.get(LONGEST.toSeconds(), TimeUnit.SECONDS); // a deadlock ends here
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Every second object stays; each adds one to a shared counter. */
    private void work(int number) {
        for (int i = number; i < OBJECTS; i += THREADS) {
            ConfigMap created = konflux.create(counter("own-" + i));
            ConfigMap changed = konflux.update(with(created, 1));
            assertThatThrownBy(() -> konflux.update(with(created, 2))).hasMessageContaining("has been modified");
            increment(counter("shared-" + i % SHARED));
            if (i % 2 == 1) {
                konflux.delete(changed);
            }
        }
    }

    /** Reads and writes until nobody came between. */
    private void increment(ConfigMap shared) {
        while (true) {
            ConfigMap read = konflux.find(shared).orElseThrow();
            Thread.yield();
            try {
                konflux.update(with(read, count(read) + 1));
                return;
            } catch (ApiException refused) {
                assertThat(refused.error().reason()).isEqualTo("Conflict");
            }
        }
    }

    private static ConfigMap counter(String name) {
        return ConfigMap.builder()
                .namespace("load")
                .name(name)
                .value("count", "0")
                .build();
    }

    private static ConfigMap with(ConfigMap map, long count) {
        return ConfigMap.of(map.document().withPath(Data.of(Long.toString(count)), "data", "count"));
    }

    private static long count(ConfigMap map) {
        return Long.parseLong(map.document().findText("data", "count").orElseThrow());
    }
}
