package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers in Python's {@code format % values}. */
final class PercentNumber {

    private PercentNumber() {}

    static String of(Object value, PercentSpec spec) {
        boolean whole = "diuoxX".indexOf(spec.type()) >= 0;
        boolean exact = "oxX".indexOf(spec.type()) >= 0;
        if (value instanceof Undefined undefined && !exact) {
            throw undefined.fault();
        }
        if (!Numbers.is(value) || (exact && value instanceof Double)) {
            throw notANumber(value, spec.type(), whole, exact);
        }
        Object shown = whole && value instanceof Double real ? Numbers.truncate(real) : value;
        boolean negative =
                whole ? Numbers.big(shown).signum() < 0 : Numbers.real(shown) < 0 || 1 / Numbers.real(shown) < 0;
        String sign = negative ? "-" : spec.has('+') ? "+" : spec.has(' ') ? " " : "";
        String body = whole
                ? digits(Numbers.big(shown).abs(), spec)
                : NumberText.of(Math.abs(Numbers.real(shown)), spec.type(), spec.precision(), spec.has('#'));
        String prefix = sign + (whole && spec.has('#') ? prefix(spec.type()) : "");
        int missing = spec.width() - prefix.length() - body.length();
        if (spec.has('0') && !spec.left() && missing > 0) {
            return prefix + "0".repeat(missing) + body;
        }
        return spec.padded(prefix + body);
    }

    private static Fault notANumber(Object value, char type, boolean whole, boolean exact) {
        if (!whole) {
            return Fault.type("must be real number, not " + Types.name(value));
        }
        String wanted = exact ? "an integer is required" : "a real number is required";
        return Fault.type("%" + type + " format: " + wanted + ", not " + Types.name(value));
    }

    private static String prefix(char type) {
        return type == 'x' || type == 'X' ? "0" + type : type == 'o' ? "0o" : "";
    }

    private static String digits(BigInteger value, PercentSpec spec) {
        String digits = switch (spec.type()) {
            case 'o' -> value.toString(8);
            case 'x' -> value.toString(16);
            case 'X' -> value.toString(16).toUpperCase(Locale.ROOT);
            default -> value.toString();
        };
        if (spec.precision() > 5_000) {
            throw Fault.limit("a number of more than 5000 digits");
        }
        return "0".repeat(Math.max(0, spec.precision() - digits.length())) + digits;
    }
}
