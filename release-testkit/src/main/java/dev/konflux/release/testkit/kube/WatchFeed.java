package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends a watch to a client, one event a line, until the client's time is over. */
final class WatchFeed {

    /** About as often as the API server. */
    private static final Duration USUAL_QUIET = Duration.ofSeconds(30);

    private final ObjectStore store;
    private final WatchStream stream;
    private final Duration quiet;

    WatchFeed(ObjectStore store, WatchStream stream) {
        this(store, stream, USUAL_QUIET);
    }

    /**
     * A watch on its way to a client.
     *
     * @param quiet how long nothing happens before the client is told how far the watch is
     */
    WatchFeed(ObjectStore store, WatchStream stream, Duration quiet) {
        this.store = store;
        this.stream = stream;
        this.quiet = quiet;
    }

    void writeTo(OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + stream.timeout().toNanos();
        long bookmark = System.nanoTime() + quiet.toNanos();
        out.flush();
        while (!stream.hasEnded() && System.nanoTime() < end) {
            List<DataObject> events = next(Math.min(end, bookmark));
            if (events.isEmpty() && System.nanoTime() >= bookmark) {
                events = stream.quietly().stream().toList();
                bookmark = System.nanoTime() + quiet.toNanos();
            }
            for (DataObject event : events) {
                out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
        }
    }

    private List<DataObject> next(long end) throws InterruptedException {
        synchronized (store) {
            List<DataObject> events = stream.take();
            long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (!events.isEmpty() || rest <= 0) {
                return events;
            }
            store.wait(rest);
            return stream.take();
        }
    }
}
