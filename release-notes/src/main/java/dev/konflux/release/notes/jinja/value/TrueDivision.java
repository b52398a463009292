package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigInteger;

/** Python's {@code /} of integers: the float closest to the quotient, however large both are. */
final class TrueDivision {

    /** A quotient of so many bits has enough behind the 53 of a float to be rounded once. */
    private static final int BITS = 66;

    private static final long LARGEST_EXACT = 1L << 53;

    private TrueDivision() {}

    static double of(Object a, Object b) {
        if (isExact(a) && isExact(b)) {
            return Numbers.real(a) / Numbers.real(b);
        }
        return of(Numbers.big(a), Numbers.big(b));
    }

    private static boolean isExact(Object value) {
        return !(value instanceof BigInteger) && Math.abs(Numbers.small(value)) <= LARGEST_EXACT;
    }

    private static double of(BigInteger a, BigInteger b) {
        int shift = BITS - (a.bitLength() - b.bitLength());
        BigInteger dividend = shift > 0 ? a.abs().shiftLeft(shift) : a.abs();
        BigInteger divisor = shift > 0 ? b.abs() : b.abs().shiftLeft(-shift);
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        BigInteger quotient = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
        double result = Math.scalb(quotient.doubleValue(), -shift);
        if (Double.isInfinite(result)) {
            throw new Fault(FaultKind.OVERFLOW, "integer division result too large for a float");
        }
        return a.signum() == b.signum() ? result : -result;
    }
}
