package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends a watch to a client, one event a line, until the client's time is over. */
final class WatchFeed {

    private final ObjectStore store;
    private final WatchStream stream;

    WatchFeed(ObjectStore store, WatchStream stream) {
        this.store = store;
        this.stream = stream;
    }

    void writeTo(OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + stream.timeout().toNanos();
        out.flush();
        while (!stream.hasEnded() && System.nanoTime() < end) {
            for (DataObject event : next(end)) {
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
