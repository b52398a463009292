package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.FaultKind;

/** What values, filters and tests may ask of the render they run in. */
public interface Interpreter {

    /** What may still be used up. */
    Budget budget();

    /** Whether text is escaped where this runs. */
    boolean autoescape();

    /** An undefined value of the environment's kind. */
    Undefined undefined(Undefined.Cause cause);

    /** {@code value.name} as a template reads it: the attribute, else the item. */
    Object attribute(Object value, String name);

    /** Whether Python's {@code getattr()} finds the attribute. */
    boolean hasAttribute(Object value, String name);

    /** {@code value[key]} as a template reads it: the item, else the attribute. */
    Object item(Object value, Object key);

    /** Applies a filter by name. */
    Object filter(Object name, Object value, Args args);

    /** Applies a test by name. */
    boolean test(Object name, Object value, Args args);

    /** Whether there is a filter of that name. */
    boolean hasFilter(String name);

    /** Whether there is a test of that name. */
    boolean hasTest(String name);

    /** Calls a value. */
    Object call(Object callable, Args args);

    /** A policy of the environment. */
    Object policy(String name, Object fallback);

    /** Python's {@code str()}. */
    default String text(Object value) {
        return Strings.of(value, budget());
    }

    /** The value itself when it is a string, else its text. */
    default CharSequence soft(Object value) {
        return value instanceof CharSequence text ? text : text(value);
    }

    /** The value made safe: itself when it is safe already, else its text escaped. */
    default Markup escaped(Object value) {
        if (value instanceof Markup markup) {
            return markup;
        }
        String text = text(value);
        return new Markup(Markup.isSafe(value) ? text : Markup.escape(text));
    }

    /** Whether attributes are checked before they are handed out. */
    default boolean isSandboxed() {
        return false;
    }

    /** An undefined value with a hint of its own. */
    default Undefined undefined(String hint, String name) {
        return undefined(new Undefined.Cause(hint, null, name, FaultKind.UNDEFINED));
    }
}
