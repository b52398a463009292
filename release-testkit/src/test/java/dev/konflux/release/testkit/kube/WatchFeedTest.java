package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchFeedTest {

    private static final String SECRETS = "/api/v1/namespaces/shop/secrets";

    private final ObjectStore store = Stores.withNamespaces("shop");
    private final KubernetesHandler cluster = KubernetesHandler.of(store);

    private WatchStream watch(KubernetesRequest request) {
        return cluster.answer(request.asking("watch", "true")).watch().orElseThrow();
    }

    /** A client that leaves with the first line. */
    private static final class OneLine extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int value) {
            line.write(value);
        }

        @Override
        public void flush() throws IOException {
            if (line.size() > 0) {
                throw new IOException("gone");
            }
        }
    }

    @Test
    void aQuietWatchTellsHowFarItIs() {
        OneLine client = new OneLine();
        WatchStream stream = watch(KubernetesRequest.of("GET", SECRETS).asking("allowWatchBookmarks", "true"));

        assertThatThrownBy(() -> new WatchFeed(store, stream, Duration.ofMillis(1)).writeTo(client))
                .isInstanceOf(IOException.class);

        assertThat(client.line.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Secret\",\"apiVersion\":\"v1\","
                        + "\"metadata\":{\"resourceVersion\":\"1\"}}}\n");
    }

    @Test
    void aWatchThatDidNotAskForBookmarksStaysQuiet() {
        assertThat(watch(KubernetesRequest.of("GET", SECRETS)).quietly()).isEmpty();
    }

    @Test
    void whatHappensElsewhereDoesNotMakeAWatchTooOld() {
        WatchStream stream = watch(KubernetesRequest.of("GET", SECRETS));
        for (int i = 0; i < 10_050; i++) {
            store.restore(DataObject.builder()
                    .put("kind", "ConfigMap")
                    .put("metadata", DataObject.of("name", Data.of("map"), "namespace", Data.of("shop")))
                    .put("data", DataObject.of("count", Data.of(Integer.toString(i))))
                    .build());
            stream.take();
        }

        assertThat(stream.take()).isEmpty();
        assertThat(stream.hasEnded()).isFalse();
    }
}
