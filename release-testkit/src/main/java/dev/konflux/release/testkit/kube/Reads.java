package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gets, lists and watches. */
final class Reads {

    private static final Duration LONGEST_WATCH = Duration.ofHours(1);

    private final ObjectStore store;
    private final History history;

    Reads(ObjectStore store) {
        this.store = store;
        this.history = new History(store);
    }

    KubernetesResponse get(KubernetesRequest request, RequestPath path) {
        checkNotFuture(ListOptions.version(request.parameter("resourceVersion").orElse(""), false));
        return KubernetesResponse.of(200, ServedObject.of(stored(path), path.kind()));
    }

    private DataObject stored(RequestPath path) {
        return store.find(new ObjectKey(path.kind().type().kind(), path.namespace(), path.name()))
                .orElseThrow(() -> Refusal.notFound(path.kind().type(), path.name()));
    }

    KubernetesResponse list(KubernetesRequest request, RequestPath path) {
        ListOptions options = ListOptions.ofList(request, path.kind());
        checkNotFuture(options.version());
        return KubernetesResponse.of(200, page(request, path, options));
    }

    private DataObject page(KubernetesRequest request, RequestPath path, ListOptions options) {
        Optional<ContinueToken> token = request.parameter("continue").map(ContinueToken::parse);
        if (token.isPresent() && options.version().orElse(0) != 0) {
            throw Refusal.badRequest("specifying resource version is not allowed when using continue");
        }
        long latest = history.version();
        long version = token.filter(given -> !given.isInconsistent())
                .map(ContinueToken::version)
                .orElseGet(() ->
                        options.isExact() && token.isEmpty() ? options.version().orElse(latest) : latest);
        if (history.forgot(version)) {
            token.ifPresent(given -> {
                throw Refusal.expiredToken(given.inconsistent().encoded());
            });
            throw Refusal.of(410, "Expired", "The resourceVersion for the provided list is too old.");
        }
        List<DataObject> all = selected(path, options, version).stream()
                .filter(object -> token.isEmpty() || token.get().isBefore(object, path.namespace()))
                .toList();
        List<DataObject> page = all.subList(0, (int) Math.min(options.limit(), all.size()));
        DataObject.Builder metadata = DataObject.builder();
        if (path.kind().isCustom() || page.size() < all.size()) {
            metadata.put(
                    "continue", page.size() < all.size() ? ContinueToken.after(page, version, path.namespace()) : "");
        }
        if (page.size() < all.size() && !options.selects()) {
            metadata.put("remainingItemCount", all.size() - page.size());
        }
        metadata.put("resourceVersion", Long.toString(version));
        return ServedObject.list(page, path.kind(), metadata.build());
    }

    List<DataObject> selected(RequestPath path, ListOptions options, long version) {
        Optional<String> namespace = Optional.of(path.namespace()).filter(name -> !name.isEmpty());
        Collection<DataObject> objects = history.at(version, path.kind().type().kind(), namespace);
        return objects.stream().filter(options::takes).toList();
    }

    /** A real server waits three seconds for such a version to come. */
    private void checkNotFuture(OptionalLong version) {
        if (version.orElse(0) > history.version()) {
            throw Refusal.tooLargeVersion(Long.toString(version.getAsLong()), history.version());
        }
    }

    KubernetesResponse watch(KubernetesRequest request, RequestPath path, Presentation presentation) {
        ListOptions options = ListOptions.ofWatch(request, path.kind());
        WatchStream stream = new WatchStream(store, history, path, options, timeout(request), presentation);
        // Who did not ask for the first events, but has them by default, is not told where they end.
        boolean endsWithBookmark = request.isTrue("sendInitialEvents") && options.wantsBookmarks();
        return KubernetesResponse.streaming(options.sendsInitialEvents() ? stream.fromNow(endsWithBookmark) : stream);
    }

    private static Duration timeout(KubernetesRequest request) {
        long seconds = request.number("timeoutSeconds").orElse(0);
        return seconds > 0 && seconds < LONGEST_WATCH.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST_WATCH;
    }

    Data version() {
        return Data.of(Long.toString(history.version()));
    }
}
