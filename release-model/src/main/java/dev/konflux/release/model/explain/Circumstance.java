package dev.konflux.release.model.explain;

import java.util.Locale;

/**
 * One condition of a release and its verdict.
 *
 * @param condition what must hold
 * @param verdict whether it does
 * @param detail what was found; the operator's own words where it has some
 * @param remedy what to do; empty text when nothing needs doing
 */
public record Circumstance(String condition, State verdict, String detail, String remedy) {

    /** Whether a condition holds. */
    public enum State {
        /** It does. */
        HOLDS,
        /** It does not. */
        FAILS,
        /** The resources at hand do not tell. */
        UNKNOWN,
        /** An earlier condition failed, so nobody looks at this one. */
        NOT_REACHED
    }

    static Circumstance holds(String condition, String detail) {
        return new Circumstance(condition, State.HOLDS, detail, "");
    }

    static Circumstance fails(String condition, String detail, String remedy) {
        return new Circumstance(condition, State.FAILS, detail, remedy);
    }

    static Circumstance unknown(String condition, String detail, String remedy) {
        return new Circumstance(condition, State.UNKNOWN, detail, remedy);
    }

    static Circumstance notReached(String condition) {
        return new Circumstance(condition, State.NOT_REACHED, "", "");
    }

    boolean is(State state) {
        return verdict == state;
    }

    /** Verdict, condition and detail on one line, the remedy on a second one. */
    @Override
    public String toString() {
        String word = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String line = word + ": " + condition + (detail.isEmpty() ? "" : ": " + detail);
        return remedy.isEmpty() ? line : line + "\n    remedy: " + remedy;
    }
}
