package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.testkit.store.ApiError;
import java.util.Map;

/** Which failures of the cluster pass by themselves. The operator judges look-ups and creations differently. */
final class Failures {

    private static final Map<String, Integer> TRANSIENT_LOOK_UPS = ImmutableMap.of(
            "Conflict", 409,
            "ServerTimeout", -1,
            "ServiceUnavailable", 503,
            "Timeout", 504,
            "TooManyRequests", 429,
            "InternalError", 500);
    private static final Map<String, Integer> PERMANENT_CREATIONS = ImmutableMap.of(
            "BadRequest", 400,
            "Invalid", 422,
            "Forbidden", 403,
            "Unauthorized", 401,
            "MethodNotAllowed", 405,
            "RequestEntityTooLarge", 413);

    private Failures() {}

    /** Whether a failed look-up is repeated; all others become a verdict. */
    static boolean isRetriableLookUp(ApiError error) {
        return isOneOf(TRANSIENT_LOOK_UPS, error);
    }

    /** Whether a failed creation ends its phase; all others are repeated, unknown ones too. */
    static boolean isPermanentCreation(ApiError error) {
        return isOneOf(PERMANENT_CREATIONS, error);
    }

    private static boolean isOneOf(Map<String, Integer> failures, ApiError error) {
        return failures.entrySet().stream().anyMatch(failure -> error.is(failure.getKey(), failure.getValue()));
    }
}
