package dev.konflux.release.testkit.kube;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Answers that clients keep and ask for again only if they changed. */
final class Cached {

    private Cached() {}

    /** A document with its tag, or only the news that it is the one the client has. */
    static KubernetesResponse answer(KubernetesRequest request, DataObject document) {
        String tag = '"' + hash(document) + '"';
        KubernetesResponse answer = KubernetesResponse.of(200, document);
        boolean isKnown = request.header("if-none-match").equals(tag);
        return (isKnown ? KubernetesResponse.notModified() : answer)
                .with("etag", List.of(tag))
                .with("vary", List.of("Accept"));
    }

    static String hash(DataObject document) {
        return Hashing.sha512()
                .hashString(document.toString(), StandardCharsets.UTF_8)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
