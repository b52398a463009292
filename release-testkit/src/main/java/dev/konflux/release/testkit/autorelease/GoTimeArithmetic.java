package dev.konflux.release.testkit.autorelease;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sums of times and durations. A duration of cel-go holds about 292 years, and a time lies in the years 1 to 9999. */
final class GoTimeArithmetic {

    private static final BigInteger NANOS_IN_SECOND = BigInteger.valueOf(1_000_000_000L);

    private GoTimeArithmetic() {}

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from(
                        "add_duration_duration", Duration.class, Duration.class, (a, b) -> checked(a.plus(b))),
                CelFunctionBinding.from(
                        "subtract_duration_duration", Duration.class, Duration.class, (a, b) -> checked(a.minus(b))),
                CelFunctionBinding.from(
                        "add_timestamp_duration",
                        Instant.class,
                        Duration.class,
                        (moment, time) -> GoConversions.checked(moment.plus(time))),
                CelFunctionBinding.from(
                        "add_duration_timestamp",
                        Duration.class,
                        Instant.class,
                        (time, moment) -> GoConversions.checked(moment.plus(time))),
                CelFunctionBinding.from(
                        "subtract_timestamp_duration",
                        Instant.class,
                        Duration.class,
                        (moment, time) -> GoConversions.checked(moment.minus(time))),
                CelFunctionBinding.from(
                        "subtract_timestamp_timestamp",
                        Instant.class,
                        Instant.class,
                        (a, b) -> checked(Duration.between(b, a))));
    }

    private static Duration checked(Duration duration) throws CelEvaluationException {
        BigInteger nanos = BigInteger.valueOf(duration.getSeconds())
                .multiply(NANOS_IN_SECOND)
                .add(BigInteger.valueOf(duration.getNano()));
        if (nanos.bitLength() >= Long.SIZE) {
            throw new CelEvaluationException("integer overflow");
        }
        return duration;
    }
}
