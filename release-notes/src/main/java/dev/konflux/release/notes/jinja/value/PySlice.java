package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import org.jspecify.annotations.Nullable;

/** Python's {@code slice} object, which templates only meet where constants are worked out before running. */
public final class PySlice extends PyObject {

    private final Object start;
    private final Object stop;
    private final Object step;

    /** A slice; None stands for a part left out. */
    public PySlice(Object start, Object stop, Object step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    /** The part of a value; null when the value has none, which Jinja2 takes for a missing item. */
    public @Nullable Object find(Object value, Interpreter runtime) {
        try {
            return Slicing.of(value, start, stop, step, runtime);
        } catch (Fault fault) {
            if (fault.kind() == FaultKind.TYPE) {
                return null;
            }
            throw fault;
        }
    }

    @Override
    public String typeName() {
        return "slice";
    }

    @Override
    public void repr(Printer out) {
        out.append("slice(");
        out.repr(start);
        out.append(", ");
        out.repr(stop);
        out.append(", ");
        out.repr(step);
        out.append(")");
    }

    @Override
    public int hash() {
        throw Equality.unhashable("slice");
    }
}
