package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.access.Attempt;
import dev.konflux.release.testkit.kube.access.User;
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
    private final transient DataObject metadata;
    private final Details shown;
    private final transient List<String> warnings;

    private Refusal(ApiError error, DataObject details) {
        this(error, details, DataObject.empty(), Details.IF_ANY);
    }

    private Refusal(ApiError error, DataObject details, DataObject metadata, Details shown) {
        this(error, details, metadata, shown, List.of());
    }

    private Refusal(ApiError error, DataObject details, DataObject metadata, Details shown, List<String> warnings) {
        super(error.message());
        this.error = error;
        this.details = details;
        this.metadata = metadata;
        this.shown = shown;
        this.warnings = ImmutableList.copyOf(warnings);
    }

    /** When details are shown. */
    private enum Details {
        IF_ANY,
        ALWAYS,
        OF_ACCESS
    }

    static Refusal withEmptyDetails(ApiError error) {
        return new Refusal(error, DataObject.empty(), DataObject.empty(), Details.ALWAYS);
    }

    static Refusal of(int code, String reason, String message) {
        return new Refusal(ApiError.of(code, reason, message), DataObject.empty());
    }

    /** A request that a real server fails at so badly that it closes the connection without an answer. */
    static Refusal withoutAnswer(String why) {
        return of(0, "", why);
    }

    static Refusal plain(ApiError error) {
        return new Refusal(error, DataObject.empty());
    }

    static Refusal badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /** What the store refused, for the object of that name. */
    static Refusal of(ApiException refused, ResourceType type, String name) {
        ApiError error = refused.error();
        boolean ofFields = error.is("Invalid", 422);
        return error.causes().isEmpty()
                        && (error.code() == 400 || error.reason().isEmpty())
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

    /** Somebody may not do what he wants. */
    static Refusal forbidden(User user, Attempt attempt) {
        String refused = attempt.refusal(user);
        if (!attempt.isOfResource()) {
            return new Refusal(
                    ApiError.of(403, "Forbidden", refused), DataObject.empty(), DataObject.empty(), Details.OF_ACCESS);
        }
        String plural = attempt.resource().replaceFirst("/.*", "");
        String subject = attempt.group().isEmpty() ? plural : plural + "." + attempt.group();
        String name = attempt.name().isEmpty() ? "" : " \"" + attempt.name() + "\"";
        return new Refusal(
                ApiError.of(403, "Forbidden", subject + name + " is forbidden: " + refused),
                details(attempt.group(), plural, attempt.name()),
                DataObject.empty(),
                Details.OF_ACCESS);
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

    /** A list whose beginning is forgotten; its rest can be had as it is now. */
    static Refusal expiredToken(String token) {
        String message =
                "The provided continue parameter is too old to display a consistent list result. You can start a new list without"
                        + " the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing"
                        + " with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the"
                        + " time the first chunk was returned and now may show up in the list.";
        return new Refusal(
                ApiError.of(410, "Expired", message),
                DataObject.empty(),
                DataObject.of("continue", Data.of(token)),
                Details.IF_ANY);
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
        if (!kind.isEmpty()) {
            details.put("kind", kind);
        }
        return details.build();
    }

    /** This refusal with warnings about what was found before it. */
    Refusal warned(List<String> told) {
        return new Refusal(error, details, metadata, shown, told);
    }

    /** The whole answer, in the form that was asked for as far as it has one. */
    KubernetesResponse answer(KubernetesRequest request) {
        KubernetesResponse answer = answer();
        String type = MediaType.accepted(request.accepted()).stream()
                .map(MediaType::type)
                .findFirst()
                .orElse(MediaType.JSON);
        return answer.body().isEmpty() ? answer : Encoding.encoded(answer, type);
    }

    /** The whole answer. */
    KubernetesResponse answer() {
        if (code() == 0) {
            return KubernetesResponse.none();
        }
        KubernetesResponse answer = KubernetesResponse.of(code(), status()).warned(warnings);
        if (shown == Details.OF_ACCESS) {
            return answer.with("x-content-type-options", List.of("nosniff"));
        }
        return code() == 504 ? answer.with("retry-after", List.of("1")) : answer;
    }

    ApiError error() {
        return error;
    }

    int code() {
        return error.code();
    }

    /** The status object. */
    DataObject status() {
        DataObject.Builder status = DataObject.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", metadata)
                .put("status", "Failure")
                .put("message", error.message());
        if (!error.reason().isEmpty()) {
            status.put("reason", error.reason());
        }
        DataObject full = error.causes().isEmpty() ? details : details.with("causes", causes());
        if (!full.isEmpty() || shown != Details.IF_ANY) {
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
