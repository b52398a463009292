package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attributes of numbers. */
final class NumberMethods {

    private static final Pattern HEX =
            Pattern.compile("(?:0x)?(?:[0-9a-f]++(?:\\.[0-9a-f]*+)?+|\\.[0-9a-f]++)(?:p[+-]?\\d{1,9}+)?+");

    private NumberMethods() {}

    static @Nullable Object find(Object number, String name) {
        return number instanceof Double real ? ofFloat(real, name) : ofInteger(number, name);
    }

    private static @Nullable Object ofInteger(Object number, String name) {
        BigInteger value = Numbers.big(number);
        return switch (name) {
            case "real", "numerator" -> Numbers.of(value);
            case "imag" -> 0L;
            case "denominator" -> 1L;
            case "bit_length" ->
                PyFunction.method(
                        name, number, (runtime, args) -> (long) value.abs().bitLength());
            case "bit_count" ->
                PyFunction.method(
                        name, number, (runtime, args) -> (long) value.abs().bitCount());
            case "conjugate" -> PyFunction.method(name, number, (runtime, args) -> Numbers.of(value));
            case "to_bytes" ->
                PyFunction.method(name, number, (runtime, args) -> IntegerBytes.to(value, args, runtime));
            case "from_bytes" -> PyFunction.method(name, number, (runtime, args) -> IntegerBytes.from(args, runtime));
            case "as_integer_ratio" ->
                PyFunction.method(name, number, (runtime, args) -> PyTuple.of(Numbers.of(value), 1L));
            default -> null;
        };
    }

    private static @Nullable Object ofFloat(double value, String name) {
        return switch (name) {
            case "real" -> value;
            case "imag" -> 0.0;
            case "is_integer" ->
                PyFunction.method(
                        name, value, (runtime, args) -> value == Math.rint(value) && !Double.isInfinite(value));
            case "conjugate" -> PyFunction.method(name, value, (runtime, args) -> value);
            case "hex" -> PyFunction.method(name, value, (runtime, args) -> hex(value));
            case "fromhex" -> PyFunction.method(name, value, (runtime, args) -> fromHex(args.at(0)));
            case "as_integer_ratio" -> PyFunction.method(name, value, (runtime, args) -> ratio(value));
            default -> null;
        };
    }

    private static String hex(double value) {
        if (!Double.isFinite(value)) {
            return FloatText.of(value);
        }
        String text = Double.toHexString(value);
        int point = text.indexOf('.');
        int power = text.indexOf('p');
        String digits = text.substring(point + 1, power);
        String exponent = text.substring(power + 1);
        // Java writes as few digits as it can, Python all 13.
        String padded = value == 0 ? "0" : digits + "0".repeat(13 - digits.length());
        return text.substring(0, point + 1) + padded + "p" + (exponent.startsWith("-") ? "" : "+") + exponent;
    }

    private static double fromHex(Object value) {
        if (!Strings.is(value)) {
            throw Fault.type("bad argument type for built-in operation");
        }
        String text = Strings.strip(value.toString());
        String unsigned = text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
        double sign = text.startsWith("-") ? -1 : 1;
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (unsigned.equals("nan")) {
            return Double.NaN;
        }
        if (!HEX.matcher(unsigned).matches()) {
            throw Fault.value("invalid hexadecimal floating-point string");
        }
        // Java insists on the prefix and the exponent.
        String prefixed = unsigned.startsWith("0x") ? unsigned : "0x" + unsigned;
        double result = Double.parseDouble(prefixed.contains("p") ? prefixed : prefixed + "p0");
        if (Double.isInfinite(result)) {
            throw new Fault(FaultKind.OVERFLOW, "hexadecimal value too large to represent as a float");
        }
        return sign * result;
    }

    private static PyTuple ratio(double value) {
        if (!Double.isFinite(value)) {
            String sort = Double.isNaN(value) ? "NaN" : "Infinity";
            throw new Fault(
                    Double.isNaN(value) ? FaultKind.VALUE : FaultKind.OVERFLOW,
                    "cannot convert " + sort + " to integer ratio");
        }
        BigDecimal exact = new BigDecimal(value).stripTrailingZeros();
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        BigInteger numerator = exact.multiply(new BigDecimal(denominator)).toBigIntegerExact();
        BigInteger common = numerator.gcd(denominator);
        return PyTuple.of(Numbers.of(numerator.divide(common)), Numbers.of(denominator.divide(common)));
    }
}
