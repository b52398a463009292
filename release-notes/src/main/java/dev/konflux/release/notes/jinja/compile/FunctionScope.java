package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Loads;
import org.jspecify.annotations.Nullable;

/** The variables of one function: a template body, a block, a macro or a recursive loop. */
final class FunctionScope {

    private final @Nullable FunctionScope outer;
    private int slots;

    FunctionScope(@Nullable FunctionScope outer) {
        this.outer = outer;
    }

    /** A variable of a function. */
    record Variable(FunctionScope function, int slot) {

        /** Where the variable is, seen from a function. */
        Loads.Place from(FunctionScope here) {
            int depth = 0;
            for (FunctionScope scope = here; scope != null && scope != function; scope = scope.outer) {
                depth++;
            }
            return new Loads.Place(depth, slot);
        }
    }

    Variable allocate() {
        return new Variable(this, slots++);
    }

    int slots() {
        return slots;
    }
}
