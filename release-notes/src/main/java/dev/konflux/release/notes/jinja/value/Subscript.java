package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;

/** Python's subscript, which fails where a template would fall back to something else. */
public final class Subscript {

    private Subscript() {}

    /** {@code container[key]}. */
    public static Object of(Object container, Object key, Interpreter runtime) {
        Object item = Attributes.item(container, key, runtime);
        if (item != null) {
            return item;
        }
        throw refusal(container, key);
    }

    private static Fault refusal(Object container, Object key) {
        if (container instanceof Undefined undefined) {
            return undefined.fault();
        }
        if (container instanceof PyDict) {
            return new Fault(FaultKind.KEY, Printer.reprOf(key));
        }
        boolean text = Strings.is(container);
        if (!text && !(container instanceof PySequence) && !(container instanceof PyRange)) {
            return Fault.type("'" + Types.name(container) + "' object is not subscriptable");
        }
        if (Numbers.isInteger(key)) {
            String subject = text ? "string" : Types.name(container) + (container instanceof PyRange ? " object" : "");
            return new Fault(FaultKind.INDEX, subject + " index out of range");
        }
        return Fault.type(
                text
                        ? "string indices must be integers, not '" + Types.name(key) + "'"
                        : Types.name(container) + " indices must be integers or slices, not " + Types.name(key));
    }
}
