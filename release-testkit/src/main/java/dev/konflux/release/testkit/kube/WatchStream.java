package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.History.Change;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of one watch. Each is handed out once. */
public final class WatchStream {

    private final ObjectStore store;
    private final History history;
    private final RequestPath path;
    private final ListOptions options;
    private final Duration timeout;
    private final Presentation presentation;
    private final List<DataObject> waiting = new ArrayList<>();
    private long seen;
    private boolean hasEnded;

    WatchStream(
            ObjectStore store,
            History history,
            RequestPath path,
            ListOptions options,
            Duration timeout,
            Presentation presentation) {
        this.store = store;
        this.history = history;
        this.path = path;
        this.options = options;
        this.timeout = timeout;
        this.presentation = presentation;
        this.seen = options.version().orElse(history.version());
    }

    /** Starts with all objects there are. */
    WatchStream fromNow(boolean endsWithBookmark) {
        seen = history.version();
        Optional<String> namespace = Optional.of(path.namespace()).filter(name -> !name.isEmpty());
        for (DataObject object : history.at(seen, path.kind().type().kind(), namespace)) {
            if (options.takes(object)) {
                waiting.add(frame("ADDED", ServedObject.of(object, path.kind())));
            }
        }
        if (endsWithBookmark) {
            waiting.add(frame(
                    "BOOKMARK",
                    bookmark().withPath(Data.of("true"), "metadata", "annotations", "k8s.io/initial-events-end")));
        }
        return this;
    }

    private DataObject bookmark() {
        return DataObject.builder()
                .put("kind", path.kind().type().kind())
                .put("apiVersion", path.kind().apiVersion())
                .put("metadata", DataObject.of("resourceVersion", Data.of(Long.toString(seen))))
                .build();
    }

    /** How far a watch is in which nothing happened; empty for clients that do not want to know. */
    Optional<DataObject> quietly() {
        synchronized (store) {
            return options.wantsBookmarks() && !hasEnded && waiting.isEmpty()
                    ? Optional.of(frame("BOOKMARK", bookmark()))
                    : Optional.empty();
        }
    }

    /** How long the client wants to listen. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether nothing comes any more. */
    public boolean hasEnded() {
        return hasEnded;
    }

    /** The events since the last call. */
    public List<DataObject> take() {
        synchronized (store) {
            if (history.forgot(seen) && !hasEnded) {
                waiting.add(frame("ERROR", expired().status()));
                hasEnded = true;
            }
            if (!hasEnded) {
                follow();
            }
            List<DataObject> taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        }
    }

    private void follow() {
        for (Change change : history.since(seen, path.kind().type().kind())) {
            if (path.namespace().isEmpty()
                    || change.object()
                            .findText("metadata", "namespace")
                            .orElse("")
                            .equals(path.namespace())) {
                tell(change);
            }
        }
        // What happened to other kinds is seen, too: a quiet watch does not fall behind.
        seen = Math.max(seen, history.version());
    }

    private Refusal expired() {
        String message = "too old resource version: " + seen + " (" + history.version() + ")";
        return Refusal.of(410, "Expired", message);
    }

    /** An object that comes to fit the selectors is added, one that fits no more is deleted. */
    private void tell(Change change) {
        WatchEvent event = change.event();
        boolean fits = event.type() != WatchEvent.Type.DELETED && options.takes(event.object());
        boolean fitted = event.oldObject().filter(options::takes).isPresent();
        if (fits || fitted) {
            String type = !fits ? "DELETED" : fitted ? "MODIFIED" : "ADDED";
            waiting.add(frame(type, ServedObject.of(fits ? change.object() : change.lastObject(), path.kind())));
        }
    }

    private DataObject frame(String type, DataObject object) {
        return DataObject.of("type", Data.of(type), "object", presentation.event(object));
    }
}
