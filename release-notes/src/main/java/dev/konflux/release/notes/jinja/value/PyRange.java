package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's range. */
public final class PyRange extends PyObject {

    private final long start;
    private final long stop;
    private final long step;
    private final long size;

    /** The integers from a start up or down to, but without, a stop. */
    public PyRange(long start, long stop, long step) {
        if (step == 0) {
            throw Fault.value("range() arg 3 must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        boolean empty = step > 0 ? start >= stop : start <= stop;
        this.size = empty ? 0 : (Math.abs(stop - start) - 1) / Math.abs(step) + 1;
    }

    /** How many integers it has. */
    public long size() {
        return size;
    }

    /** Its start, stop and step. */
    public List<Object> bounds() {
        return List.of(start, stop, step);
    }

    /** A part of it. */
    PyRange part(long from, long to, long every) {
        return new PyRange(start + from * step, start + to * step, step * every);
    }

    private Object indexOf(Object value) {
        if (contains(value)) {
            return (Numbers.big(Equality.key(value)).longValue() - start) / step;
        }
        throw Fault.value(
                Numbers.isInteger(value)
                        ? Printer.reprOf(value) + " is not in range"
                        : "sequence.index(x): x not in sequence");
    }

    @Override
    public String typeName() {
        return "range";
    }

    @Override
    public void repr(Printer out) {
        out.append("range(" + start + ", " + stop + (step == 1 ? ")" : ", " + step + ")"));
    }

    @Override
    public boolean truth() {
        return size > 0;
    }

    @Override
    public int length() {
        return (int) Math.min(Integer.MAX_VALUE, size);
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return switch (name) {
            case "start" -> start;
            case "stop" -> stop;
            case "step" -> step;
            case "count" -> PyFunction.method(name, this, (caller, args) -> contains(args.at(0)) ? 1L : 0L);
            case "index" -> PyFunction.method(name, this, (caller, args) -> indexOf(args.at(0)));
            default -> null;
        };
    }

    @Override
    public @Nullable Object item(Object key, Interpreter runtime) {
        if (!Numbers.isSmall(key)) {
            return null;
        }
        long index = Numbers.small(key);
        long at = index < 0 ? index + size : index;
        return at < 0 || at >= size ? null : (Object) (start + at * step);
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private long done;

            @Override
            public boolean hasNext() {
                return done < size;
            }

            @Override
            public Object next() {
                return start + done++ * step;
            }
        };
    }

    @Override
    public Boolean contains(Object candidate) {
        if (!Numbers.is(candidate)) {
            return false;
        }
        Object key = Equality.key(candidate);
        if (!(key instanceof Long number)) {
            return false;
        }
        long distance = number - start;
        return distance % step == 0 && distance / step >= 0 && distance / step < size;
    }

    @Override
    public boolean isEqualTo(Object other) {
        return other instanceof PyRange that
                && size == that.size
                && (size == 0 || (start == that.start && (size == 1 || step == that.step)));
    }

    @Override
    public int hash() {
        return Long.hashCode(size * 31 + start);
    }
}
