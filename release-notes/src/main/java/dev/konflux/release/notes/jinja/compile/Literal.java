package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.value.FloatText;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.PyTuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant as Python code: collections are made anew each time, and there is no way to write an infinite float. */
final class Literal {

    private Literal() {}

    static Eval of(Object value) {
        String unknown = unknownName(value);
        if (unknown != null) {
            return frame -> {
                throw new Fault(FaultKind.NAME, "name '" + unknown + "' is not defined");
            };
        }
        refuseUnwritable(value);
        return isFixed(value) ? new Fixed(value) : frame -> copy(value);
    }

    /** Integers of too many digits cannot be written: then the template as a whole fails. */
    private static void refuseUnwritable(Object value) {
        if (value instanceof BigInteger number) {
            Numbers.digits(number);
        }
        parts(value).forEach(Literal::refuseUnwritable);
    }

    /** A value that cannot be changed. */
    private record Fixed(Object value) implements Eval {
        @Override
        public Object eval(Frame frame) {
            return value;
        }
    }

    /** What Python takes for a name in the text of a value; null when there is no such thing. */
    private static @Nullable String unknownName(Object value) {
        if (value instanceof Double number) {
            boolean finite = !number.isNaN() && !number.isInfinite();
            return finite ? null : FloatText.of(Math.abs(number));
        }
        for (Object part : parts(value)) {
            String unknown = unknownName(part);
            if (unknown != null) {
                return unknown;
            }
        }
        return null;
    }

    private static List<Object> parts(Object value) {
        if (value instanceof PySequence sequence) {
            return sequence.items();
        }
        if (!(value instanceof PyDict dict)) {
            return List.of();
        }
        List<Object> parts = new ArrayList<>();
        dict.pairs().forEach(pair -> parts.addAll(parts(pair)));
        return parts;
    }

    private static boolean isFixed(Object value) {
        boolean changes = value instanceof PyList || value instanceof PyDict;
        return !changes && parts(value).stream().allMatch(Literal::isFixed);
    }

    private static Object copy(Object value) {
        if (value instanceof PySequence sequence) {
            List<Object> items = new ArrayList<>(sequence.length());
            sequence.items().forEach(item -> items.add(copy(item)));
            return value instanceof PyTuple ? new PyTuple(items) : new PyList(items);
        }
        if (!(value instanceof PyDict dict)) {
            return value;
        }
        PyDict copy = new PyDict(dict.length());
        for (Object key : dict.keys()) {
            Object member = dict.get(key);
            if (member != null) {
                copy.put(key, copy(member));
            }
        }
        return copy;
    }
}
