package dev.konflux.release.notes.jinja.value;

/** A filter. */
@FunctionalInterface
public interface FilterFunction {

    /** The filtered value. */
    Object apply(Interpreter runtime, Object value, Args args);
}
