package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigInteger;

/** Python's division, floor division and modulo, which go together: the remainder has the sign of the divisor. */
public final class Division {

    private Division() {}

    /** {@code a / b}. */
    public static Object divide(Object a, Object b) {
        Arithmetic.requireNumbers("/", a, b);
        if (!Arithmetic.isReal(a, b)) {
            requireDivisor(b, "division by zero");
            return TrueDivision.of(a, b);
        }
        double divisor = Numbers.real(b);
        if (divisor == 0) {
            throw new Fault(FaultKind.ZERO_DIVISION, "float division by zero");
        }
        return Numbers.real(a) / divisor;
    }

    /** {@code a // b}. */
    public static Object floorDivide(Object a, Object b) {
        Arithmetic.requireNumbers("//", a, b);
        if (Arithmetic.isReal(a, b)) {
            double divisor = Numbers.real(b);
            if (divisor == 0) {
                throw new Fault(FaultKind.ZERO_DIVISION, "float floor division by zero");
            }
            double remainder = floorRemainder(Numbers.real(a), divisor);
            return Math.rint((Numbers.real(a) - remainder) / divisor);
        }
        requireDivisor(b, "integer division or modulo by zero");
        if (a instanceof Long x && b instanceof Long y && y != -1) {
            return Math.floorDiv(x, y);
        }
        BigInteger[] parts = Numbers.big(a).divideAndRemainder(Numbers.big(b));
        boolean down =
                parts[1].signum() != 0 && parts[1].signum() != Numbers.big(b).signum();
        return Numbers.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** {@code a % b}. */
    public static Object modulo(Object a, Object b, Interpreter runtime) {
        if (a instanceof CharSequence format) {
            if (b instanceof Undefined undefined && !(a instanceof Markup)) {
                return PercentFormat.format(format, undefined, runtime);
            }
            return PercentFormat.format(format, b, runtime);
        }
        Arithmetic.requireNumbers("%", a, b);
        if (Arithmetic.isReal(a, b)) {
            double divisor = Numbers.real(b);
            if (divisor == 0) {
                throw new Fault(FaultKind.ZERO_DIVISION, "float modulo");
            }
            return floorRemainder(Numbers.real(a), divisor);
        }
        requireDivisor(b, "integer modulo by zero");
        if (a instanceof Long x && b instanceof Long y) {
            return Math.floorMod(x, y);
        }
        BigInteger divisor = Numbers.big(b);
        BigInteger remainder = Numbers.big(a).remainder(divisor);
        boolean shift = remainder.signum() != 0 && remainder.signum() != divisor.signum();
        return Numbers.of(shift ? remainder.add(divisor) : remainder);
    }

    private static double floorRemainder(double a, double b) {
        double remainder = a % b;
        if (remainder != 0) {
            return (remainder < 0) != (b < 0) ? remainder + b : remainder;
        }
        return Math.copySign(0.0, b);
    }

    private static void requireDivisor(Object divisor, String message) {
        if (Numbers.big(divisor).signum() == 0) {
            throw new Fault(FaultKind.ZERO_DIVISION, message);
        }
    }
}
