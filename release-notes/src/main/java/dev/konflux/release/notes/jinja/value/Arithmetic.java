package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Python's operators on values. */
public final class Arithmetic {

    private Arithmetic() {}

    /** {@code a + b}. */
    public static Object add(Object a, Object b, Interpreter runtime) {
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            return ((x ^ sum) & (y ^ sum)) < 0 ? BigInteger.valueOf(x).add(BigInteger.valueOf(y)) : (Object) sum;
        }
        if (a instanceof CharSequence x && b instanceof CharSequence y) {
            return concat(x, y, runtime);
        }
        if (Numbers.is(a) && Numbers.is(b)) {
            return isReal(a, b)
                    ? (Object) (Numbers.real(a) + Numbers.real(b))
                    : Numbers.of(Numbers.big(a).add(Numbers.big(b)));
        }
        if (a instanceof PyList x && b instanceof PyList y) {
            return new PyList(joined(x.items(), y.items(), runtime));
        }
        if (a instanceof PyTuple x && b instanceof PyTuple y) {
            return new PyTuple(joined(x.items(), y.items(), runtime));
        }
        if (b instanceof Undefined undefined && !(a instanceof Undefined)) {
            if (a instanceof Markup && undefined.kind() == Undefined.Kind.CHAINABLE) {
                return a;
            }
            throw undefined.fault();
        }
        if (a instanceof String || a instanceof PyList || a instanceof PyTuple) {
            String name = Types.name(a);
            throw Fault.type("can only concatenate " + name + " (not \"" + Types.name(b) + "\") to " + name);
        }
        throw unsupported("+", a, b);
    }

    private static Object concat(CharSequence a, CharSequence b, Interpreter runtime) {
        runtime.budget().text((long) a.length() + b.length());
        if (a instanceof Markup || b instanceof Markup) {
            return new Markup(Markup.escaped(a).text() + Markup.escaped(b).text());
        }
        return a.toString().concat(b.toString());
    }

    private static List<Object> joined(List<Object> a, List<Object> b, Interpreter runtime) {
        runtime.budget().items((long) a.size() + b.size());
        List<Object> all = new ArrayList<>(a.size() + b.size());
        all.addAll(a);
        all.addAll(b);
        return all;
    }

    /** {@code a - b}. */
    public static Object subtract(Object a, Object b, Interpreter runtime) {
        if (a instanceof Long x && b instanceof Long y) {
            long result = x - y;
            return ((x ^ y) & (x ^ result)) < 0
                    ? BigInteger.valueOf(x).subtract(BigInteger.valueOf(y))
                    : (Object) result;
        }
        if (!(a instanceof Undefined) && (isSetLike(a) || isSetLike(b))) {
            return PySet.difference(a, b, runtime);
        }
        requireNumbers("-", a, b);
        return isReal(a, b)
                ? (Object) (Numbers.real(a) - Numbers.real(b))
                : Numbers.of(Numbers.big(a).subtract(Numbers.big(b)));
    }

    private static boolean isSetLike(Object value) {
        return value instanceof PySet || (value instanceof DictView view && view.isSetLike());
    }

    /** {@code a * b}. */
    public static Object multiply(Object a, Object b, Interpreter runtime) {
        if (Numbers.is(a) && Numbers.is(b)) {
            if (isReal(a, b)) {
                return Numbers.real(a) * Numbers.real(b);
            }
            BigInteger x = Numbers.big(a);
            BigInteger y = Numbers.big(b);
            runtime.budget().integer((long) x.bitLength() + y.bitLength());
            return Numbers.of(x.multiply(y));
        }
        if (Numbers.isInteger(b) && isSequence(a)) {
            return repeat(a, b, runtime);
        }
        if (Numbers.isInteger(a) && isSequence(b)) {
            return repeat(b, a, runtime);
        }
        if (a instanceof Undefined || b instanceof Undefined) {
            throw unsupported("*", a, b);
        }
        if (a instanceof Markup || b instanceof Markup) {
            Object other = a instanceof Markup ? b : a;
            throw Fault.type("'" + Types.name(other) + "' object cannot be interpreted as an integer");
        }
        if (isSequence(a) || isSequence(b)) {
            throw Fault.type("can't multiply sequence by non-int of type '" + Types.name(isSequence(a) ? b : a) + "'");
        }
        throw unsupported("*", a, b);
    }

    private static boolean isSequence(Object value) {
        return value instanceof CharSequence || value instanceof PyList || value instanceof PyTuple;
    }

    private static Object repeat(Object sequence, Object count, Interpreter runtime) {
        if (count instanceof BigInteger) {
            throw new Fault(FaultKind.OVERFLOW, "cannot fit 'int' into an index-sized integer");
        }
        int times = Math.max(0, Numbers.index(count));
        if (sequence instanceof CharSequence text) {
            runtime.budget().text((long) text.length() * times);
            return Strings.like(text, text.toString().repeat(times));
        }
        List<Object> items = sequence instanceof PyList list ? list.items() : ((PyTuple) sequence).items();
        runtime.budget().items((long) items.size() * times);
        List<Object> all = new ArrayList<>(items.size() * times);
        for (int i = 0; i < times && !items.isEmpty(); i++) {
            all.addAll(items);
        }
        return sequence instanceof PyList ? new PyList(all) : new PyTuple(all);
    }

    /** {@code a ** b}. */
    public static Object power(Object a, Object b, Interpreter runtime) {
        requireNumbers("** or pow()", a, b);
        if (isReal(a, b) || Numbers.big(b).signum() < 0) {
            return realPower(Numbers.real(a), Numbers.real(b));
        }
        BigInteger base = Numbers.big(a);
        BigInteger exponent = Numbers.big(b);
        if (base.abs().compareTo(BigInteger.ONE) <= 0) {
            boolean even = !exponent.testBit(0);
            return exponent.signum() == 0 ? (Object) 1L : Numbers.of(even ? base.abs() : base);
        }
        runtime.budget()
                .integer(exponent.bitLength() > 31 ? Long.MAX_VALUE : (long) base.bitLength() * exponent.intValue());
        return Numbers.of(base.pow(exponent.intValue()));
    }

    private static Object realPower(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw new Fault(FaultKind.ZERO_DIVISION, "0.0 cannot be raised to a negative power");
        }
        double result = Math.pow(base, exponent);
        if (Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent)) {
            throw new Fault(FaultKind.OVERFLOW, "(34, 'Numerical result out of range')");
        }
        return result;
    }

    /** {@code -a}. */
    public static Object negate(Object a) {
        if (a instanceof Double number) {
            return -number;
        }
        if (Numbers.isInteger(a)) {
            return Numbers.of(Numbers.big(a).negate());
        }
        throw badOperand("-", a);
    }

    /** {@code +a}. */
    public static Object plus(Object a) {
        if (a instanceof Double) {
            return a;
        }
        if (Numbers.isInteger(a)) {
            return Numbers.of(Numbers.big(a));
        }
        throw badOperand("+", a);
    }

    /** Whether one of two numbers is a float, so that the result is one. */
    static boolean isReal(Object a, Object b) {
        return a instanceof Double || b instanceof Double;
    }

    /** Refuses operands that are no numbers. */
    static void requireNumbers(String symbol, Object a, Object b) {
        if (!Numbers.is(a) || !Numbers.is(b)) {
            throw unsupported(symbol, a, b);
        }
    }

    private static Fault unsupported(String symbol, Object a, Object b) {
        if (a instanceof Undefined undefined) {
            return undefined.fault();
        }
        if (b instanceof Undefined undefined) {
            return undefined.fault();
        }
        return Fault.type(
                "unsupported operand type(s) for " + symbol + ": '" + Types.name(a) + "' and '" + Types.name(b) + "'");
    }

    private static Fault badOperand(String symbol, Object a) {
        if (a instanceof Undefined undefined) {
            return undefined.fault();
        }
        return Fault.type("bad operand type for unary " + symbol + ": '" + Types.name(a) + "'");
    }
}
