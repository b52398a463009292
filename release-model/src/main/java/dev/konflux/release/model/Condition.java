package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.Optional;

/** One condition of a status. */
public final class Condition extends Part {

    private Condition(DataObject data) {
        super(data);
    }

    /** The condition that is the given object. */
    public static Condition of(DataObject data) {
        return new Condition(data);
    }

    /** What it is about, {@code Released} for instance. */
    public String type() {
        return text("type");
    }

    /** {@code True}, {@code False} or {@code Unknown}; empty text when it does not say. */
    public String status() {
        return text("status");
    }

    /** Whether its status is exactly {@code True}. */
    public boolean isTrue() {
        return status().equals("True");
    }

    /** Whether its status is exactly {@code False}. */
    public boolean isFalse() {
        return status().equals("False");
    }

    /** Why, in one word. */
    public String reason() {
        return text("reason");
    }

    /** Why, in a sentence; often empty. */
    public String message() {
        return text("message");
    }

    /** When the status last changed. */
    public Optional<Instant> lastTransitionTime() {
        return data().findText("lastTransitionTime").flatMap(Times::parse);
    }
}
