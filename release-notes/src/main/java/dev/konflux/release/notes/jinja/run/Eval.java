package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.value.Truth;

/** A compiled expression. */
@FunctionalInterface
public interface Eval {

    /** The value in a frame. */
    Object eval(Frame frame);

    /** The truth of the value in a frame. */
    default boolean test(Frame frame) {
        return Truth.of(eval(frame));
    }
}
