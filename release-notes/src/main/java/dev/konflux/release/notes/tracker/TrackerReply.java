package dev.konflux.release.notes.tracker;

import dev.konflux.release.model.data.Data;
import java.util.Optional;

/**
 * What an issue tracker answered.
 *
 * @param status the HTTP status, 0 when there was no answer
 * @param body the JSON of a successful answer; empty when it was no success or no JSON
 */
public record TrackerReply(int status, Optional<Data> body) {

    /** The status of an issue that does not exist or is hidden. */
    public static final int NOT_FOUND = 404;

    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    /** A successful answer. */
    public static TrackerReply of(Data body) {
        return new TrackerReply(OK, Optional.of(body));
    }

    /** An answer of that status without a usable body. */
    public static TrackerReply failure(int status) {
        return new TrackerReply(status, Optional.empty());
    }

    /** Whether the tracker showed the issue; what it sent need not be readable. */
    public boolean isSuccess() {
        return status >= OK && status < REDIRECTED;
    }

    /** Whether this is the answer for an issue that does not exist or is hidden. */
    public boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
