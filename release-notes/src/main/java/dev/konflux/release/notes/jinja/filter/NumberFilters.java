package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Division;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PercentFormat;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/** Filters over one number. */
final class NumberFilters {

    private static final Signature INT = Signature.of("do_int(value | default=, base=)");
    private static final Signature FLOAT = Signature.of("do_float(value | default=)");
    private static final Signature ROUND = Signature.of("do_round(value | precision=, method=)");
    private static final Signature SIZE = Signature.of("do_filesizeformat(value | binary=)");
    private static final String[] DECIMAL = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
    private static final String[] BINARY = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};

    private NumberFilters() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("abs", BuiltInFunction.named("abs", (runtime, value, args) -> absolute(value)));
        filters.put("int", NumberFilters::integer);
        filters.put("float", NumberFilters::real);
        filters.put("round", NumberFilters::round);
        filters.put("filesizeformat", NumberFilters::size);
    }

    private static Object absolute(Object value) {
        if (value instanceof Double number) {
            return Math.abs(number);
        }
        if (Numbers.isInteger(value)) {
            return Numbers.of(Numbers.big(value).abs());
        }
        throw Fault.type("bad operand type for abs(): '" + Types.name(value) + "'");
    }

    private static Object integer(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = INT.bind(args);
        Object fallback = bound.get(0, 0L);
        Object base = bound.get(1, 10L);
        try {
            if (Strings.is(value)) {
                return NumberParser.integer(value.toString(), base);
            }
            return number(value);
        } catch (Fault fault) {
            if (fault.kind() != FaultKind.TYPE && fault.kind() != FaultKind.VALUE) {
                throw fault;
            }
        }
        try {
            return Numbers.truncate(float64(value));
        } catch (Fault fault) {
            boolean bad = fault.kind() == FaultKind.TYPE
                    || fault.kind() == FaultKind.VALUE
                    || fault.kind() == FaultKind.OVERFLOW;
            if (bad) {
                return fallback;
            }
            throw fault;
        }
    }

    private static Object number(Object value) {
        if (Numbers.isInteger(value)) {
            return Numbers.of(Numbers.big(value));
        }
        if (value instanceof Double number) {
            return Numbers.truncate(number);
        }
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        throw Fault.type("int() argument must be a string, a bytes-like object or a real number, not '"
                + Types.name(value) + "'");
    }

    /** Python's {@code float()}. */
    static double float64(Object value) {
        if (Strings.is(value)) {
            return NumberParser.real((CharSequence) value);
        }
        if (Numbers.is(value)) {
            return Numbers.real(value);
        }
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        throw Fault.type("float() argument must be a string or a real number, not '" + Types.name(value) + "'");
    }

    private static Object real(Interpreter runtime, Object value, Args args) {
        Object fallback = FLOAT.bind(args).get(0, 0.0);
        try {
            return float64(value);
        } catch (Fault fault) {
            if (fault.kind() == FaultKind.TYPE || fault.kind() == FaultKind.VALUE) {
                return fallback;
            }
            throw fault;
        }
    }

    private static Object round(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = ROUND.bind(args);
        Object given = bound.get(1, "common");
        Equality.key(given); // Python looks for it in a set.
        String method = Strings.of(given);
        if (!method.equals("common") && !method.equals("ceil") && !method.equals("floor")) {
            throw Fault.argument("method must be common, ceil or floor");
        }
        Object precision = bound.get(0, 0L);
        if (method.equals("common")) {
            return common(value, precision);
        }
        Object scale = Arithmetic.power(10L, precision, runtime);
        Object scaled = Arithmetic.multiply(value, scale, runtime);
        if (!Numbers.is(scaled)) {
            throw Fault.type("must be real number, not " + Types.name(scaled));
        }
        Object whole = scaled instanceof Double number
                ? Numbers.truncate(method.equals("ceil") ? Math.ceil(number) : Math.floor(number))
                : scaled;
        return Division.divide(whole, scale);
    }

    private static Object common(Object value, Object precision) {
        if (!Numbers.is(value)) {
            throw Fault.type("type " + Types.name(value) + " doesn't define __round__ method");
        }
        int digits = Math.max(-400, Math.min(400, Numbers.index(precision)));
        if (value instanceof Double number) {
            if (number.isNaN() || number.isInfinite() || digits >= 400) {
                return number;
            }
            double rounded = new BigDecimal(number)
                    .setScale(digits, RoundingMode.HALF_EVEN)
                    .doubleValue();
            return rounded == 0 ? Math.copySign(0.0, number) : rounded;
        }
        BigInteger whole = Numbers.big(value);
        return Numbers.of(
                digits >= 0
                        ? whole
                        : new BigDecimal(whole)
                                .setScale(digits, RoundingMode.HALF_EVEN)
                                .toBigInteger());
    }

    private static Object size(Interpreter runtime, Object value, Args args) {
        boolean binary = SIZE.bind(args).flag(0, false);
        double bytes = float64(value);
        double base = binary ? 1024 : 1000;
        if (bytes == 1) {
            return "1 Byte";
        }
        if (bytes < base) {
            return runtime.text(Numbers.truncate(bytes)) + " Bytes";
        }
        String[] names = binary ? BINARY : DECIMAL;
        double unit = base * base;
        int name = 0;
        while (name < names.length - 1 && !(bytes < unit)) { // a NaN is below no unit
            unit *= base;
            name++;
        }
        return PercentFormat.format("%.1f", base * bytes / unit, runtime) + " " + names[name];
    }
}
