package dev.konflux.release.testkit.operator;

import java.time.Instant;

/**
 * One look of the operator at one object.
 *
 * @param controller {@code release}, {@code releaseplan} or {@code releaseplanadmission}
 * @param reference namespace and name of the object
 * @param error why it is to be repeated; empty text when it is not
 */
public record Reconciliation(Instant at, String controller, String reference, String error) {

    /** Whether it failed and is to be repeated. */
    public boolean isFailed() {
        return !error.isEmpty();
    }

    /** Time, controller and object, and the error if there was one. */
    public String line() {
        return at + " " + controller + " " + reference + (isFailed() ? ": " + error : "");
    }
}
