package dev.konflux.release.notes.jinja.value;

/** A filter. */
@FunctionalInterface
public interface FilterFunction {

    /** The filtered value. */
    Object apply(Interpreter runtime, Object value, Args args);

    /** Whether it needs the running template, so that it cannot be applied to constants before that. */
    default boolean needsContext() {
        return false;
    }

    /** A filter that needs the running template. */
    static FilterFunction inContext(FilterFunction filter) {
        return new FilterFunction() {
            @Override
            public Object apply(Interpreter runtime, Object value, Args args) {
                return filter.apply(runtime, value, args);
            }

            @Override
            public boolean needsContext() {
                return true;
            }
        };
    }
}
