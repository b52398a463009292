package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers requests of Kubernetes clients from an object store, without a network. Whoever else uses the store while requests come in
 * from several threads holds the store's monitor.
 *
 * <pre>{@code
 * KubernetesHandler cluster = KubernetesHandler.of(store);
 * cluster.answer(KubernetesRequest.of("GET", "/api/v1/namespaces")).status(); // 200
 * }</pre>
 */
public final class KubernetesHandler {

    private static final String JSON_TYPES = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    private static final List<String> ANSWERED =
            List.of("*/*", "application/*", "application/json", "application/yaml");

    private final ObjectStore store;
    private final Turns turns;
    private final Reads reads;
    private final Writes writes;
    private final Deletes deletes;
    private final Discovery discovery = new Discovery();

    private KubernetesHandler(ObjectStore store, Turns turns) {
        this.store = store;
        this.turns = turns;
        this.reads = new Reads(store);
        this.writes = new Writes(store);
        this.deletes = new Deletes(store, reads);
    }

    /** A handler over a store; it remembers the changes of the store from now on. */
    public static KubernetesHandler of(ObjectStore store) {
        return of(store, Supplier::get);
    }

    /** A handler over a store that others change too: every request waits for its turn. */
    public static KubernetesHandler of(ObjectStore store, Turns turns) {
        synchronized (store) {
            return new KubernetesHandler(store, turns);
        }
    }

    ObjectStore store() {
        return store;
    }

    /** The answer to a request. Every fault of the request is an answer too. */
    public KubernetesResponse answer(KubernetesRequest request) {
        return turns.take(() -> answerNow(request));
    }

    private KubernetesResponse answerNow(KubernetesRequest request) {
        synchronized (store) {
            try {
                return RequestPath.find(request.path())
                        .map(path -> resource(request, path))
                        .or(() -> discovery.find(request))
                        .orElseGet(KubernetesHandler::noPage);
            } catch (Refusal refusal) {
                KubernetesResponse answer = KubernetesResponse.of(refusal.code(), refusal.status());
                return refusal.code() == 504 ? answer.with("retry-after", List.of("1")) : answer;
            }
        }
    }

    private static KubernetesResponse noPage() {
        return KubernetesResponse.plain(404, "404 page not found\n").with("x-content-type-options", List.of("nosniff"));
    }

    private KubernetesResponse resource(KubernetesRequest request, RequestPath path) {
        if (isForAllNamespaces(path) && List.of("POST", "DELETE").contains(request.method())) {
            return noPage();
        }
        checkAccepted(request);
        checkSize(request);
        checkSubresource(request, path);
        DryRun.check(request);
        boolean isOne = !path.name().isEmpty();
        return switch (request.method()) {
            case "GET" -> read(request, path);
            case "HEAD" -> read(request, path).withoutBody();
            case "POST" -> writes.create(request, path);
            case "PUT" -> writes.replace(request, requireName(path));
            case "PATCH" -> writes.patch(request, requireName(path));
            case "DELETE" -> isOne ? deletes.one(request, path) : deletes.many(request, path);
            default -> throw notAllowed(path, "");
        };
    }

    private static boolean isForAllNamespaces(RequestPath path) {
        return path.kind().isNamespaced() && path.namespace().isEmpty();
    }

    private KubernetesResponse read(KubernetesRequest request, RequestPath path) {
        if (!path.name().isEmpty()) {
            return reads.get(request, path);
        }
        return path.isOldWatch() || request.isTrue("watch") ? reads.watch(request, path) : reads.list(request, path);
    }

    private static void checkAccepted(KubernetesRequest request) {
        Stream<String> types = Splitter.on(',').omitEmptyStrings().splitToStream(request.accepted());
        boolean fits = request.accepted().isBlank() || types.anyMatch(KubernetesHandler::isAnswered);
        if (!fits) {
            throw Refusal.of(406, "NotAcceptable", "only the following media types are accepted: " + JSON_TYPES);
        }
    }

    /** A table or another form of the object is not given; clients then take the plain one they list behind it. */
    private static boolean isAnswered(String type) {
        List<String> parts = Splitter.on(';').trimResults().splitToList(type.toLowerCase(Locale.ROOT));
        return ANSWERED.contains(parts.get(0)) && parts.stream().noneMatch(part -> part.startsWith("as="));
    }

    private static void checkSize(KubernetesRequest request) {
        if (request.body().length() > RequestBody.LARGEST
                || request.body().getBytes(StandardCharsets.UTF_8).length > RequestBody.LARGEST) {
            throw tooLarge();
        }
    }

    static Refusal tooLarge() {
        return Refusal.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + RequestBody.LARGEST);
    }

    private static void checkSubresource(KubernetesRequest request, RequestPath path) {
        if (path.subresource().isEmpty()) {
            return;
        }
        boolean isKnown =
                path.subresource().equals("status") && path.kind().type().hasStatus();
        if (!isKnown) {
            throw Refusal.notFound(path.kind().type(), path.name());
        }
        if (request.method().equals("POST") || request.method().equals("DELETE")) {
            throw notAllowed(path, request.method().equals("POST") ? "create" : "delete");
        }
    }

    private static RequestPath requireName(RequestPath path) {
        if (path.name().isEmpty()) {
            throw Refusal.badRequest("name must be provided");
        }
        return path;
    }

    private static Refusal notAllowed(RequestPath path, String verb) {
        String message = verb + " is not supported on resources of kind \""
                + path.kind().type().resource() + "\"";
        return Refusal.about(path.kind().type(), "", ApiError.of(405, "MethodNotAllowed", message));
    }
}
