package dev.konflux.release.collectors.http;

import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param body the body as UTF-8 text
 * @param location where it redirects to
 * @param retryAfter the header of that name
 */
public record WebAnswer(int status, String body, Optional<String> location, Optional<String> retryAfter) {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    /** Whether the status is one of those for success. */
    public boolean isSuccess() {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }
}
