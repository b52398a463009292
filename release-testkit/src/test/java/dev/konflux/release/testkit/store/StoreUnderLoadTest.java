package dev.konflux.release.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Many threads take turns at one store, as they do at the fake service's door. {@code -Dload.threads=64 -Dload.objects=200000} is the full
 * load.
 */
class StoreUnderLoadTest {

    private static final int THREADS = Integer.getInteger("load.threads", 8);
    private static final int OBJECTS = Integer.getInteger("load.objects", 1_000);
    private static final int SHARED = 16;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ReentrantLock door = new ReentrantLock();
    private final ObjectStore store = new ObjectStore(
            InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z")), NameSource.counting(), AdmissionChain.open());

    /** What one thread has been told it did. */
    private static final class Worker {
        private long writes;
        private long increments;
    }

    /** What one watcher makes of the events: they must fit together without a gap. */
    private static final class Replica {
        private final Map<ObjectKey, DataObject> objects = new HashMap<>();
        private final List<String> faults = new ArrayList<>();
        private long events;
        private long latest;

        void take(WatchEvent event) {
            events++;
            ObjectKey key = ObjectKey.of(event.object());
            DataObject known = objects.get(key);
            boolean fits = event.oldObject().map(old -> old.equals(known)).orElse(known == null);
            if (!fits) {
                faults.add(event.type() + " " + key + " does not follow what was told before");
            }
            if (event.type() == WatchEvent.Type.DELETED) {
                objects.remove(key);
                return;
            }
            long version = Long.parseLong(Metadata.resourceVersion(event.object()));
            if (version <= latest) {
                faults.add(key + " came in version " + version + " after " + latest);
            }
            latest = version;
            objects.put(key, event.object());
        }
    }

    @Test
    void noUpdateIsLostAndEveryWatcherIsToldEveryChangeOnce() throws Exception {
        List<Replica> replicas = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Replica replica = new Replica();
            replicas.add(replica);
            store.watch(replica::take);
        }
        for (int i = 0; i < SHARED; i++) {
            store.as("setup").create(counter("shared-" + i));
        }
        List<Worker> workers = run();

        long increments =
                workers.stream().mapToLong(worker -> worker.increments).sum();
        long writes =
                SHARED + workers.stream().mapToLong(worker -> worker.writes).sum();
        assertThat(sharedTotal()).isEqualTo(increments);
        assertThat(store.version()).isEqualTo(writes);
        assertThat(replicas).allSatisfy(replica -> {
            assertThat(replica.faults).isEmpty();
            assertThat(replica.events).isEqualTo(writes);
            assertThat(replica.objects).isEqualTo(contents());
        });
    }

    private List<Worker> run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Worker>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                running.add(pool.submit(() -> work(number)));
            }
            List<Worker> done = new ArrayList<>();
            for (Future<Worker> worker : running) {
                done.add(worker.get(LONGEST.toSeconds(), TimeUnit.SECONDS)); // a deadlock ends here
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private Worker work(int number) {
        Worker worker = new Worker();
        ObjectApi user = store.as("worker-" + number);
        for (int i = number; i < OBJECTS; i += THREADS) {
            ObjectKey key = new ObjectKey("ConfigMap", "load", "own-" + i);
            DataObject created = turn(() -> user.create(counter(key.name())));
            turn(() -> user.patch(key, count("1", "")));
            DataObject stale = count("2", Metadata.resourceVersion(created));
            assertThatThrownBy(() -> turn(() -> user.patch(key, stale))).hasMessageContaining("has been modified");
            worker.writes += 2;
            increment(user, new ObjectKey("ConfigMap", "load", "shared-" + i % SHARED), worker);
            if (i % 2 == 0) {
                turn(() -> {
                    user.delete(key);
                    return key;
                });
                worker.writes++;
            }
        }
        return worker;
    }

    /** Reads in one turn and writes in another, until nobody came between. */
    private void increment(ObjectApi user, ObjectKey key, Worker worker) {
        while (true) {
            DataObject read = turn(() -> user.get(key));
            Thread.yield();
            long count = Long.parseLong(read.findText("data", "count").orElseThrow());
            DataObject patch = count(Long.toString(count + 1), Metadata.resourceVersion(read));
            try {
                turn(() -> user.patch(key, patch));
                worker.increments++;
                worker.writes++;
                return;
            } catch (ApiException refused) {
                assertThat(refused.error().reason()).isEqualTo("Conflict");
            }
        }
    }

    /** A patch that sets the count, if the object still has the version; whatever version it has when that is empty. */
    private static DataObject count(String count, String version) {
        DataObject data = DataObject.of("count", Data.of(count));
        return version.isEmpty()
                ? DataObject.of("data", data)
                : DataObject.of("metadata", DataObject.of("resourceVersion", Data.of(version)), "data", data);
    }

    private <T> T turn(Supplier<T> request) {
        door.lock();
        try {
            return request.get();
        } finally {
            door.unlock();
        }
    }

    private long sharedTotal() {
        return store.list("ConfigMap", Selection.in("load")).stream()
                .filter(object -> ObjectKey.of(object).name().startsWith("shared-"))
                .mapToLong(object ->
                        Long.parseLong(object.findText("data", "count").orElseThrow()))
                .sum();
    }

    private Map<ObjectKey, DataObject> contents() {
        Map<ObjectKey, DataObject> contents = new HashMap<>();
        store.list("ConfigMap", Selection.everything()).forEach(object -> contents.put(ObjectKey.of(object), object));
        return contents;
    }

    private static DataObject counter(String name) {
        return DataObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("metadata", DataObject.of("namespace", Data.of("load"), "name", Data.of(name)))
                .put("data", DataObject.of("count", Data.of("0")))
                .build();
    }
}
