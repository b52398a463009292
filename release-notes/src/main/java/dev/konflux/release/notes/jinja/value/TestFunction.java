package dev.konflux.release.notes.jinja.value;

/** A test. */
@FunctionalInterface
public interface TestFunction {

    /** Whether the value passes. */
    boolean holds(Interpreter runtime, Object value, Args args);
}
