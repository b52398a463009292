package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableListMultimap;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/**
 * What the API server answers.
 *
 * @param headers names in lower case
 * @param body the document answered; empty for plain text, for streams and where nothing is sent
 * @param text the text answered where it is no document
 * @param watch the stream of events, when the request opened one
 */
public record KubernetesResponse(
        int status,
        ImmutableListMultimap<String, String> headers,
        Optional<DataObject> body,
        String text,
        Optional<WatchStream> watch) {

    private static final String JSON = "application/json";

    static KubernetesResponse of(int status, DataObject body) {
        return new KubernetesResponse(status, typed(JSON), Optional.of(body), "", Optional.empty());
    }

    static KubernetesResponse plain(int status, String text) {
        return new KubernetesResponse(
                status, typed("text/plain; charset=utf-8"), Optional.empty(), text, Optional.empty());
    }

    static KubernetesResponse streaming(WatchStream stream) {
        return new KubernetesResponse(200, typed(JSON), Optional.empty(), "", Optional.of(stream));
    }

    private static ImmutableListMultimap<String, String> typed(String type) {
        return ImmutableListMultimap.of("content-type", type);
    }

    KubernetesResponse with(String header, List<String> values) {
        ImmutableListMultimap<String, String> more = ImmutableListMultimap.<String, String>builder()
                .putAll(headers)
                .putAll(header, values)
                .build();
        return new KubernetesResponse(status, more, body, text, watch);
    }

    KubernetesResponse withoutBody() {
        return new KubernetesResponse(status, headers, Optional.empty(), "", Optional.empty());
    }
}
