package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/** Python's slices. */
public final class Slicing {

    private Slicing() {}

    /** {@code value[start:stop:step]}; None stands for a part left out. */
    public static Object of(Object value, Object start, Object stop, Object step, Interpreter runtime) {
        if (value instanceof Undefined undefined) {
            if (undefined.kind() == Undefined.Kind.CHAINABLE) {
                return undefined;
            }
            throw undefined.fault();
        }
        if (value instanceof CharSequence text) {
            String plain = text.toString();
            return Strings.like(text, ofText(plain, Bounds.of(start, stop, step, Strings.length(plain))));
        }
        if (value instanceof PySequence sequence) {
            Bounds bounds = Bounds.of(start, stop, step, sequence.length());
            List<Object> part = pick(sequence.items(), bounds);
            runtime.budget().items(part.size());
            return sequence instanceof PyList ? new PyList(part) : new PyTuple(part);
        }
        if (value instanceof PyRange range) {
            Bounds bounds = Bounds.of(start, stop, step, range.length());
            return range.part(bounds.from, bounds.to, step == None.NONE ? 1 : index(step));
        }
        if (value instanceof PyBytes bytes) {
            Bounds bounds = Bounds.of(start, stop, step, bytes.length());
            return bytes.part(bounds.from, bounds.to, bounds.step);
        }
        if (value instanceof PyDict) {
            throw Equality.unhashable("slice");
        }
        throw Fault.type("'" + Types.name(value) + "' object is not subscriptable");
    }

    /** A start, stop or step that is not left out. */
    static int index(Object value) {
        if (!Numbers.isInteger(value)) {
            throw Fault.type("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.clamped(value);
    }

    /** A start or stop where None cannot stand for one that is left out. */
    static int indexNotNone(Object value) {
        if (!Numbers.isInteger(value)) {
            throw Fault.type("slice indices must be integers or have an __index__ method");
        }
        return Numbers.clamped(value);
    }

    /** The place of an index in something of a length: from its end when negative, and never before its start. */
    static int place(int index, int length) {
        return index < 0 ? Math.max(0, index + length) : index;
    }

    private static String ofText(String text, Bounds bounds) {
        if (bounds.step == 1) {
            return bounds.from >= bounds.to ? "" : Strings.slice(text, bounds.from, bounds.to);
        }
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int i = bounds.from; bounds.step > 0 ? i < bounds.to : i > bounds.to; i += bounds.step) {
            out.appendCodePoint(points[i]);
        }
        return out.toString();
    }

    private static List<Object> pick(List<Object> items, Bounds bounds) {
        List<Object> part = new ArrayList<>();
        for (int i = bounds.from; bounds.step > 0 ? i < bounds.to : i > bounds.to; i += bounds.step) {
            part.add(items.get(i));
        }
        return part;
    }

    private record Bounds(int from, int to, int step) {

        static Bounds of(Object start, Object stop, Object step, int length) {
            int every = step == None.NONE ? 1 : index(step);
            if (every == 0) {
                throw Fault.value("slice step cannot be zero");
            }
            boolean forward = every > 0;
            int from = start == None.NONE ? forward ? 0 : length - 1 : clamp(index(start), length, forward);
            int to = stop == None.NONE ? forward ? length : -1 : clamp(index(stop), length, forward);
            // A step beyond the length takes one item at most; kept small so that adding it cannot overflow.
            int bounded = Math.max(-length - 1, Math.min(length + 1, every));
            return new Bounds(from, to, bounded);
        }

        private static int clamp(int index, int length, boolean forward) {
            int at = index < 0 ? index + length : index;
            if (at < 0) {
                return forward ? 0 : -1;
            }
            return Math.min(at, forward ? length : length - 1);
        }
    }
}
