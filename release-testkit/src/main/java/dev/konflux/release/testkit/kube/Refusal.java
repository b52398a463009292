package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiError.Cause;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ResourceType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request that is not fulfilled; it carries the status object that is answered. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ApiError error;
    private final transient DataObject details;

    private Refusal(ApiError error, DataObject details) {
        super(error.message());
        this.error = error;
        this.details = details;
    }

    static Refusal of(int code, String reason, String message) {
        return new Refusal(ApiError.of(code, reason, message), DataObject.empty());
    }

    static Refusal badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /** What the store refused, for the object of that name. */
    static Refusal of(ApiException refused, ResourceType type, String name) {
        ApiError error = refused.error();
        boolean ofFields = error.is("Invalid", 422);
        return error.causes().isEmpty() && error.code() == 400
                ? new Refusal(error, DataObject.empty())
                : new Refusal(
                        ofFields ? withFinalizersTwice(error) : error,
                        details(type.group(), ofFields ? type.kind() : type.plural(), name));
    }

    /** Upstream checks finalizers at two levels and lists what it finds twice. */
    private static ApiError withFinalizersTwice(ApiError error) {
        List<Cause> causes = error.causes().stream()
                .flatMap(cause -> cause.field().equals("metadata.finalizers")
                                && cause.message().startsWith("Forbidden: no new finalizers")
                        ? Stream.of(cause, cause)
                        : Stream.of(cause))
                .toList();
        return new ApiError(error.code(), error.reason(), error.message(), causes);
    }

    static Refusal about(ResourceType type, String name, ApiError error) {
        return new Refusal(error, details(type.group(), type.plural(), name));
    }

    static Refusal notFound(ResourceType type, String name) {
        return about(type, name, ApiError.of(404, "NotFound", type.resource() + " \"" + name + "\" not found"));
    }

    /** An object with faulty fields; the same text is listed twice but told once. */
    static Refusal invalid(String group, String kind, String name, List<Cause> causes) {
        List<String> lines = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .distinct()
                .toList();
        String list = lines.size() == 1 ? lines.get(0) : lines.stream().collect(Collectors.joining(", ", "[", "]"));
        String qualified = group.isEmpty() ? kind : kind + "." + group;
        String message = "%s \"%s\" is invalid: %s".formatted(qualified, name, list);
        return new Refusal(new ApiError(422, "Invalid", message, causes), details(group, kind, name));
    }

    static Refusal tooLargeVersion(String wanted, long current) {
        String message = "Timeout: Too large resource version: " + wanted + ", current: " + current;
        Cause cause = new Cause("", "ResourceVersionTooLarge", "Too large resource version");
        return new Refusal(
                new ApiError(504, "Timeout", message, ImmutableList.of(cause)),
                DataObject.builder().put("retryAfterSeconds", 1).build());
    }

    private static DataObject details(String group, String kind, String name) {
        DataObject.Builder details = DataObject.builder();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!group.isEmpty()) {
            details.put("group", group);
        }
        return details.put("kind", kind).build();
    }

    int code() {
        return error.code();
    }

    /** The status object. */
    DataObject status() {
        DataObject.Builder status = DataObject.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", DataObject.empty())
                .put("status", "Failure")
                .put("message", error.message());
        if (!error.reason().isEmpty()) {
            status.put("reason", error.reason());
        }
        DataObject full = error.causes().isEmpty() ? details : details.with("causes", causes());
        if (!full.isEmpty()) {
            status.put("details", full);
        }
        return status.put("code", error.code()).build();
    }

    private DataArray causes() {
        return DataArray.of(error.causes().stream().map(Refusal::cause).toList());
    }

    private static DataObject cause(Cause cause) {
        DataObject.Builder shown =
                DataObject.builder().put("reason", cause.reason()).put("message", cause.message());
        if (!cause.field().isEmpty()) {
            shown.put("field", cause.field());
        }
        return shown.build();
    }
}
