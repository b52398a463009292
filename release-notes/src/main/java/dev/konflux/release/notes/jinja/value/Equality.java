package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Python's {@code ==} and {@code hash()}. */
@SuppressWarnings("ReferenceEquality") // An object equals itself before anything is compared, as in Python.
public final class Equality {

    private Equality() {}

    /** Whether two values are equal. */
    public static boolean of(Object a, Object b) {
        return of(a, b, Walk.unasked());
    }

    /** Whether two values are equal, within the limits of a render. */
    public static boolean of(Object a, Object b, Budget budget) {
        boolean plain = !(a instanceof PyObject || b instanceof PyObject);
        return plain ? of(a, b) : of(a, b, budget.walk());
    }

    /** Whether an item of a container is the value: the same object or an equal one. */
    public static boolean same(Object a, Object b) {
        return a == b || of(a, b);
    }

    /** Whether an item of a container is the value, within the limits of a render. */
    public static boolean same(Object a, Object b, Budget budget) {
        return a == b || of(a, b, budget);
    }

    static boolean of(Object a, Object b, Walk walk) {
        if (a instanceof CharSequence x) {
            return b instanceof CharSequence y ? x.toString().equals(y.toString()) : strict(b, a);
        }
        if (a instanceof PyObject x) {
            walk.enter();
            boolean equal = objects(x, b, walk);
            walk.leave();
            return equal;
        }
        if (b instanceof PyObject) {
            return strict(b, a);
        }
        if (Numbers.is(a) && Numbers.is(b)) {
            return Compare.numbers(a, b) == 0;
        }
        return a.equals(b);
    }

    private static boolean strict(Object right, Object left) {
        return right instanceof PyObject object && object.isEqualTo(left);
    }

    private static boolean objects(PyObject a, Object b, Walk walk) {
        if (a instanceof PyList x && b instanceof PyList y) {
            return items(x.items(), y.items(), walk);
        }
        if (a instanceof PyTuple x && b instanceof PyTuple y) {
            return items(x.items(), y.items(), walk);
        }
        if (a instanceof PyDict x && b instanceof PyDict y) {
            return dicts(x, y, walk);
        }
        if (b instanceof Undefined undefined && !(a instanceof Undefined)) {
            return undefined.isEqualTo(a);
        }
        return (a == b && !(a instanceof Undefined)) || a.isEqualTo(b);
    }

    private static boolean items(List<Object> a, List<Object> b, Walk walk) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<Object> other = b.iterator();
        for (Object item : a) {
            Object counterpart = other.next();
            if (item != counterpart && !of(item, counterpart, walk)) {
                return false;
            }
        }
        return true;
    }

    private static boolean dicts(PyDict a, PyDict b, Walk walk) {
        if (a.length() != b.length()) {
            return false;
        }
        for (Map.Entry<Object, Object> entry : a.entries()) {
            Object counterpart = b.byNormalKey(entry.getKey());
            if (counterpart == null || (entry.getValue() != counterpart && !of(entry.getValue(), counterpart, walk))) {
                return false;
            }
        }
        return true;
    }

    /** The form of a key under which equal keys are one: 1, 1.0 and True, safe and plain strings. */
    public static Object key(Object value) {
        if (value instanceof String || value instanceof Long || value instanceof BigInteger || value instanceof None) {
            return value;
        }
        if (value instanceof Markup markup) {
            return markup.text();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof Double number) {
            boolean whole = number == Math.rint(number) && !Double.isInfinite(number);
            return whole ? Numbers.truncate(number) : number;
        }
        if (value instanceof PyTuple tuple) {
            return new TupleKey(tuple, tuple.hash());
        }
        if (value instanceof PyObject object) {
            return new ObjectKey(object, object.hash());
        }
        return value;
    }

    static int hash(List<Object> items) {
        int hash = 17;
        for (Object item : items) {
            hash = 31 * hash + key(item).hashCode();
        }
        return hash;
    }

    /** Refuses a value as a key. */
    static Fault unhashable(String typeName) {
        return Fault.type("unhashable type: '" + typeName + "'");
    }

    private record TupleKey(PyTuple tuple, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof TupleKey that && hash == that.hash && of(tuple, that.tuple);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private record ObjectKey(PyObject object, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ObjectKey that && (object == that.object || object.isEqualTo(that.object));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
