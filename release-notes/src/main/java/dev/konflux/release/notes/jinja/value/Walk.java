package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;

/** Keeps a walk through nested values short: shared parts can make it exponential, nesting can make it deep. */
public final class Walk {

    private static final long MOST_VALUES = 2_000_000;
    private static final int DEEPEST = 400;

    private final long mostValues;
    private final int deepest;
    private long values;
    private int depth;

    /** A walk past at most so many values, so many of them inside each other. */
    public Walk(long mostValues, int deepest) {
        this.mostValues = mostValues;
        this.deepest = deepest;
    }

    /** A walk whose limits nobody can set: through keys of dicts, which must be the same for whoever asks, and for the words of errors. */
    public static Walk unasked() {
        return new Walk(MOST_VALUES, DEEPEST);
    }

    /** Goes into a value. */
    public void enter() {
        if (++values > mostValues) {
            throw Fault.limit("a nested value of more than " + mostValues + " parts");
        }
        if (++depth > deepest) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded");
        }
    }

    /** Comes back from a value. */
    public void leave() {
        depth--;
    }
}
