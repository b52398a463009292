package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/**
 * What the API server answers.
 *
 * @param status 0 where the connection is closed without an answer
 * @param headers names in lower case
 * @param body the document answered; empty for plain text, for streams and where nothing is sent
 * @param text the text answered where it is no document; what is binary has one character a byte
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

    /** What every server says of a path that it does not know. */
    static KubernetesResponse noPage() {
        return plain(404, "404 page not found\n").with("x-content-type-options", List.of("nosniff"));
    }

    static KubernetesResponse notModified() {
        return new KubernetesResponse(304, ImmutableListMultimap.of(), Optional.empty(), "", Optional.empty());
    }

    static KubernetesResponse none() {
        return new KubernetesResponse(0, ImmutableListMultimap.of(), Optional.empty(), "", Optional.empty());
    }

    static KubernetesResponse absent() {
        return new KubernetesResponse(404, ImmutableListMultimap.of(), Optional.empty(), "", Optional.empty());
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

    /** The same answer with warnings before all others. */
    KubernetesResponse warned(List<String> warnings) {
        ImmutableListMultimap<String, String> more = ImmutableListMultimap.<String, String>builder()
                .putAll(WarningHeader.NAME, warnings)
                .putAll(headers)
                .build();
        return new KubernetesResponse(status, more, body, text, watch);
    }

    /** The same answer under another media type; one without a body has none. */
    KubernetesResponse withType(String type) {
        return body.isEmpty() ? this : withText(type, "").withBody(body.get());
    }

    KubernetesResponse withBody(DataObject other) {
        return new KubernetesResponse(status, headers, Optional.of(other), text, watch);
    }

    KubernetesResponse withText(String type, String written) {
        ImmutableListMultimap<String, String> others =
                ImmutableListMultimap.copyOf(Multimaps.filterKeys(headers, name -> !name.equals("content-type")));
        ImmutableListMultimap<String, String> all = ImmutableListMultimap.<String, String>builder()
                .put("content-type", type)
                .putAll(others)
                .build();
        return new KubernetesResponse(status, all, Optional.empty(), written, watch);
    }

    KubernetesResponse withoutBody() {
        return new KubernetesResponse(status, headers, Optional.empty(), "", Optional.empty());
    }
}
