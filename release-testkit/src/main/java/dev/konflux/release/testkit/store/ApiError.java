package dev.konflux.release.testkit.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;

/**
 * A refusal by the cluster.
 *
 * @param code the HTTP status; 0 for a failure below HTTP, such as a broken connection
 * @param reason the machine readable word; may be empty
 */
public record ApiError(int code, String reason, String message, List<Cause> causes) {

    private static final Set<String> KNOWN_REASONS = ImmutableSet.of(
            "NotFound",
            "AlreadyExists",
            "Conflict",
            "Invalid",
            "Forbidden",
            "BadRequest",
            "Unauthorized",
            "InternalError",
            "ServerTimeout",
            "ServiceUnavailable",
            "Timeout",
            "TooManyRequests",
            "RequestEntityTooLarge",
            "MethodNotAllowed");

    /** One fault of one field. */
    public record Cause(String field, String reason, String message) {}

    /** Keeps its own copy of the causes. */
    public ApiError {
        causes = ImmutableList.copyOf(causes);
    }

    /** A refusal without causes. */
    public static ApiError of(int code, String reason, String message) {
        return new ApiError(code, reason, message, List.of());
    }

    /** The object is not there; the operator's cache names the kind where the API server would name the plural. */
    public static ApiError notFound(ObjectKey key) {
        return of(
                404,
                "NotFound",
                ResourceTypes.of(key.kind()).qualifiedKind() + " " + quoted(key.name()) + " not found");
    }

    /** An object of that name is there already. */
    public static ApiError alreadyExists(ResourceType type, String name) {
        return of(409, "AlreadyExists", type.resource() + " " + quoted(name) + " already exists");
    }

    /** The object was changed meanwhile. */
    public static ApiError conflict(ResourceType type, String name, String cause) {
        return of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + type.resource() + " " + quoted(name) + ": " + cause);
    }

    /** The caller may not do this. */
    public static ApiError forbidden(ResourceType type, String name, String cause) {
        return of(403, "Forbidden", type.resource() + " " + quoted(name) + " is forbidden: " + cause);
    }

    /** The request makes no sense. */
    public static ApiError badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /** The cluster failed. */
    public static ApiError internal(String cause) {
        return of(500, "InternalError", "Internal error occurred: " + cause);
    }

    /** Whether it is of that kind: by its reason, or by its code when the reason says nothing known. */
    public boolean is(String wantedReason, int wantedCode) {
        return reason.equals(wantedReason) || (code == wantedCode && !KNOWN_REASONS.contains(reason));
    }

    /** Whether it says that the object is not there. */
    public boolean isNotFound() {
        return is("NotFound", 404);
    }

    /** Whether it says that the caller may not do this. */
    public boolean isForbidden() {
        return is("Forbidden", 403);
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }
}
