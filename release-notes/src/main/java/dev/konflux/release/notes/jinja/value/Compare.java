package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.notes.jinja.fault.Fault;
import java.math.BigDecimal;
import java.util.List;

/** Python's order of values. */
@SuppressWarnings("ReferenceEquality") // An item equals itself before anything is compared, as in Python.
public final class Compare {

    private Compare() {}

    /** The four orderings. */
    public enum Order {
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String symbol;

        Order(String symbol) {
            this.symbol = symbol;
        }

        boolean holds(int sign) {
            return switch (this) {
                case LESS -> sign < 0;
                case AT_MOST -> sign <= 0;
                case GREATER -> sign > 0;
                case AT_LEAST -> sign >= 0;
            };
        }
    }

    /** Whether the order holds between two values. */
    public static boolean holds(Object a, Object b, Order order) {
        return holds(a, b, order, Walk.unasked());
    }

    /** Whether the order holds between two values, within the limits of a render. */
    public static boolean holds(Object a, Object b, Order order, Budget budget) {
        return holds(a, b, order, budget.walk());
    }

    private static boolean holds(Object a, Object b, Order order, Walk walk) {
        if (a instanceof Double || b instanceof Double) {
            if (Numbers.is(a) && Numbers.is(b) && (Double.isNaN(Numbers.real(a)) || Double.isNaN(Numbers.real(b)))) {
                return false;
            }
        }
        return order.holds(sign(a, b, order, walk));
    }

    /** Whether the first sorts before the second. */
    public static boolean less(Object a, Object b) {
        return holds(a, b, Order.LESS);
    }

    private static int sign(Object a, Object b, Order order, Walk walk) {
        if (a instanceof CharSequence x && b instanceof CharSequence y) {
            return CodePoints.ORDER.compare(x.toString(), y.toString());
        }
        if (Numbers.is(a) && Numbers.is(b)) {
            return numbers(a, b);
        }
        if (a instanceof PyList x && b instanceof PyList y) {
            return items(x.items(), y.items(), order, walk);
        }
        if (a instanceof PyTuple x && b instanceof PyTuple y) {
            return items(x.items(), y.items(), order, walk);
        }
        if (a instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (b instanceof Undefined undefined) {
            throw undefined.fault();
        }
        throw Fault.type("'" + order.symbol + "' not supported between instances of '" + Types.name(a) + "' and '"
                + Types.name(b) + "'");
    }

    private static int items(List<Object> a, List<Object> b, Order order, Walk walk) {
        walk.enter();
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            if (a.get(i) != b.get(i) && !Equality.of(a.get(i), b.get(i), walk)) {
                return sign(a.get(i), b.get(i), order, walk);
            }
        }
        walk.leave();
        return Integer.compare(a.size(), b.size());
    }

    static int numbers(Object a, Object b) {
        if (Numbers.isSmall(a) && Numbers.isSmall(b)) {
            return Long.compare(Numbers.small(a), Numbers.small(b));
        }
        if (Numbers.isInteger(a) && Numbers.isInteger(b)) {
            return Numbers.big(a).compareTo(Numbers.big(b));
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x < y ? -1 : x > y ? 1 : x.doubleValue() == y.doubleValue() ? 0 : 2;
        }
        return mixed(a, b);
    }

    private static int mixed(Object a, Object b) {
        double real = a instanceof Double x ? x : (Double) b;
        if (Double.isNaN(real)) {
            return 2;
        }
        if (Double.isInfinite(real)) {
            return a instanceof Double ? real > 0 ? 1 : -1 : real > 0 ? -1 : 1;
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Object value) {
        return value instanceof Double number ? new BigDecimal(number) : new BigDecimal(Numbers.big(value));
    }
}
