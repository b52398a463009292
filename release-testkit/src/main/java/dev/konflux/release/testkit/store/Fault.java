package dev.konflux.release.testkit.store;

import java.util.Locale;
import java.util.Optional;

/**
 * A failure of the cluster that hits the next matching requests.
 *
 * @param kind the kind of object the request is about
 * @param namePrefix how the object's name or name prefix must begin; empty text for any
 * @param times how many requests it hits
 * @param skipped how many matching requests it lets through first
 */
public record Fault(
        Verb verb, String kind, String namePrefix, Failure failure, String message, int times, int skipped) {

    /** A failure that hits the very next matching requests. */
    public Fault(Verb verb, String kind, String namePrefix, Failure failure, String message, int times) {
        this(verb, kind, namePrefix, failure, message, times, 0);
    }

    /** What a request does. Writes of the metadata and spec are {@link #PATCH}, of the status {@link #PATCH_STATUS}. */
    public enum Verb {
        GET,
        LIST,
        CREATE,
        DELETE,
        PATCH,
        PATCH_STATUS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** This fault after it has met a matching request; empty when it is used up. */
    Optional<Fault> next() {
        if (skipped > 0) {
            return Optional.of(new Fault(verb, kind, namePrefix, failure, message, times, skipped - 1));
        }
        return times <= 1
                ? Optional.empty()
                : Optional.of(new Fault(verb, kind, namePrefix, failure, message, times - 1));
    }

    /** How a request fails. */
    public enum Failure {
        FORBIDDEN,
        INVALID,
        BAD_REQUEST,
        WEBHOOK_DENIED,
        UNAUTHORIZED,
        TOO_LARGE,
        CONFLICT,
        INTERNAL,
        UNAVAILABLE,
        SERVER_TIMEOUT,
        TOO_MANY_REQUESTS,
        NOT_FOUND,
        ALREADY_EXISTS,
        OTHER
    }

    /** The next such request fails. */
    public static Fault once(Verb verb, String kind, Failure failure, String message) {
        return new Fault(verb, kind, "", failure, message, 1);
    }

    ApiError errorFor(String name) {
        ResourceType type = ResourceTypes.of(kind);
        return switch (failure) {
            case FORBIDDEN -> ApiError.forbidden(type, name, message);
            case INVALID ->
                ApiError.of(422, "Invalid", type.qualifiedKind() + " " + ApiError.quoted(name) + " is invalid");
            case BAD_REQUEST -> ApiError.badRequest(message);
            case WEBHOOK_DENIED -> ApiError.of(403, "Forbidden", message);
            case UNAUTHORIZED -> ApiError.of(401, "Unauthorized", message);
            case TOO_LARGE -> ApiError.of(413, "RequestEntityTooLarge", "Request entity too large: " + message);
            case CONFLICT -> ApiError.conflict(type, name, message);
            case INTERNAL -> ApiError.internal(message);
            case UNAVAILABLE -> ApiError.of(503, "ServiceUnavailable", message);
            case SERVER_TIMEOUT ->
                ApiError.of(
                        500,
                        "ServerTimeout",
                        "The " + verb.word() + " operation against " + type.resource()
                                + " could not be completed at this time, please try again.");
            case TOO_MANY_REQUESTS -> ApiError.of(429, "TooManyRequests", message);
            case NOT_FOUND ->
                ApiError.of(404, "NotFound", type.resource() + " " + ApiError.quoted(name) + " not found");
            case ALREADY_EXISTS -> ApiError.alreadyExists(type, name);
            case OTHER -> ApiError.of(0, "", message);
        };
    }
}
