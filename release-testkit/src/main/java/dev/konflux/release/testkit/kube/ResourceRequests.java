package dev.konflux.release.testkit.kube;

import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests for objects and collections, verb by verb. */
final class ResourceRequests {

    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final ObjectStore store;
    private final Reads reads;
    private final Writes writes;
    private final Patches patches;
    private final Deletes deletes;

    ResourceRequests(ObjectStore store, Shapes shapes) {
        this.store = store;
        this.reads = new Reads(store);
        this.writes = new Writes(store);
        this.patches = new Patches(writes, shapes);
        this.deletes = new Deletes(store, reads);
    }

    /** The answer, or the refusal of what is asked of an object. */
    KubernetesResponse answer(KubernetesRequest request, RequestPath path, User user) {
        if (isForAllNamespaces(path) && List.of("POST", "DELETE").contains(request.method())) {
            return KubernetesResponse.noPage();
        }
        return answerOrRefuse(request, path, user)
                .warned(path.kind().deprecation().map(WarningHeader::of).stream()
                        .toList());
    }

    private KubernetesResponse answerOrRefuse(KubernetesRequest request, RequestPath path, User user) {
        try {
            return checked(request, path, user);
        } catch (Refusal refusal) {
            return refusal.answer(request);
        }
    }

    private KubernetesResponse checked(KubernetesRequest request, RequestPath path, User user) {
        boolean isWatch = isWatch(request, path);
        MediaType form = MediaType.ofObjects(request.accepted(), !path.kind().isCustom() && !isWatch);
        String included = request.parameter("includeObject").orElse("");
        if (form.as().equals("Table")) {
            Tables.checkIncluded(included);
        }
        checkSize(request);
        checkSubresource(request, path);
        WriteOptions.check(request);
        Presentation presentation = new Presentation(form, path.kind(), included, store.now());
        return isWatch ? reads.watch(request, path, presentation) : presentation.of(plain(request, path, user));
    }

    private static boolean isWatch(KubernetesRequest request, RequestPath path) {
        return request.method().equals("GET")
                && path.name().isEmpty()
                && (path.isOldWatch() || request.isTrue("watch"));
    }

    private KubernetesResponse plain(KubernetesRequest request, RequestPath path, User user) {
        boolean isOne = !path.name().isEmpty();
        return switch (request.method()) {
            case "GET" -> read(request, path);
            case "HEAD" -> read(request, path).withoutBody();
            case "POST" -> writes.create(request, path, user);
            case "PUT" -> writes.replace(request, requireName(path), user);
            case "PATCH" -> patches.patch(request, requireName(path), user);
            case "DELETE" -> isOne ? deletes.one(request, path) : deletes.many(request, path);
            default -> throw notAllowed(path, "");
        };
    }

    private KubernetesResponse read(KubernetesRequest request, RequestPath path) {
        return path.name().isEmpty() ? reads.list(request, path) : reads.get(request, path);
    }

    private static boolean isForAllNamespaces(RequestPath path) {
        return path.kind().isNamespaced() && path.namespace().isEmpty();
    }

    private static void checkSize(KubernetesRequest request) {
        String body = request.body();
        boolean isTooLarge = body.length() > RequestBody.LARGEST / MOST_BYTES_OF_A_CHARACTER
                && body.getBytes(StandardCharsets.UTF_8).length > RequestBody.LARGEST;
        if (isTooLarge) {
            throw Refusal.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + RequestBody.LARGEST);
        }
    }

    private static void checkSubresource(KubernetesRequest request, RequestPath path) {
        if (path.subresource().isEmpty()) {
            return;
        }
        boolean isKnown = Discovery.subresources(path.kind()).anyMatch(path.subresource()::equals);
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
