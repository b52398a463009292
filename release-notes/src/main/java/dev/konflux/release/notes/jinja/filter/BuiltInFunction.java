package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;

/** Filters that are built-in functions of Python with one parameter. */
final class BuiltInFunction {

    private BuiltInFunction() {}

    static FilterFunction named(String name, FilterFunction filter) {
        return (runtime, value, args) -> {
            refuseMore(name, args);
            return filter.apply(runtime, value, args);
        };
    }

    private static void refuseMore(String name, Args args) {
        if (!args.keywords().isEmpty()) {
            throw Fault.type(name + "() takes no keyword arguments");
        }
        if (args.count() > 0) {
            throw Fault.type(name + "() takes exactly one argument (" + (args.count() + 1) + " given)");
        }
    }
}
