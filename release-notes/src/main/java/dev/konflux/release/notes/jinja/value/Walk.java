package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;

/** Keeps a walk through nested values short: shared parts can make it exponential, nesting can make it deep. */
final class Walk {

    private static final int MOST_VALUES = 2_000_000;
    private static final int DEEPEST = 400;

    private int values;
    private int depth;

    void enter() {
        if (++values > MOST_VALUES) {
            throw Fault.limit("a nested value of more than " + MOST_VALUES + " parts");
        }
        if (++depth > DEEPEST) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded");
        }
    }

    void leave() {
        depth--;
    }
}
