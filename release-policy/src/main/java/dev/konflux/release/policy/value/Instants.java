package dev.konflux.release.policy.value;

import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.golang.GoTime;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates in texts, and times as nanoseconds since 1970, which is how the upstream engine calculates with them. */
public final class Instants {

    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    private Instants() {}

    /** The time that an RFC 3339 text says, in nanoseconds; undefined for anything else. */
    public static Value parse(Value text) {
        return text.text().flatMap(GoTime::find).map(Instants::nanos).orElse(Value.UNDEFINED);
    }

    /** The time in nanoseconds; undefined when it does not fit 64 bits. */
    public static Value nanos(Instant instant) {
        BigInteger nanos = BigInteger.valueOf(instant.getEpochSecond())
                .multiply(BILLION)
                .add(BigInteger.valueOf(instant.getNano()));
        return nanos.bitLength() > 63 ? Value.UNDEFINED : Value.of(nanos.longValueExact());
    }

    /** Whether the text is a time as RFC 3339 writes them, however far away. */
    public static boolean isDateTime(String text) {
        return GoTime.find(text).isPresent();
    }

    /** The time in UTC, RFC 3339 with as many digits of the second as needed. */
    public static Value format(Value nanos) {
        return date(nanos)
                .map(time -> {
                    String seconds = time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
                    return Value.of(seconds + shortFraction(time.getNano()) + "Z");
                })
                .orElse(Value.UNDEFINED);
    }

    private static String shortFraction(int nanos) {
        return nanos == 0 ? "" : "." + String.format(Locale.ROOT, "%09d", nanos).replaceAll("0+$", "");
    }

    /** The time in UTC, RFC 3339 in whole seconds. */
    public static Value formatSeconds(Value nanos) {
        return date(nanos)
                .map(time -> format(nanos(time.withNano(0).toInstant())))
                .orElse(Value.UNDEFINED);
    }

    /** The time moved by whole days. */
    public static Value plusDays(Value nanos, Value days) {
        Optional<Long> many =
                days.number().map(DataNumber::asLong).filter(n -> n.isPresent()).map(n -> n.getAsLong());
        return many.filter(n -> Math.abs(n) < 10_000_000)
                .flatMap(n -> date(nanos).map(time -> nanos(time.plusDays(n).toInstant())))
                .orElse(Value.UNDEFINED);
    }

    /** The time in UTC; empty for what is no integer of 64 bits. */
    public static Optional<OffsetDateTime> date(Value nanos) {
        return nanos.number()
                .filter(number -> number.asLong().isPresent())
                .map(number -> Math.floorDiv(number.asLong().getAsLong(), 1_000_000_000L))
                .map(seconds -> Instant.ofEpochSecond(
                                seconds,
                                Math.floorMod(
                                        nanos.number().orElseThrow().asLong().orElseThrow(), 1_000_000_000L))
                        .atOffset(ZoneOffset.UTC));
    }

    /** Whether the text is a day written {@code YYYY-MM-DD}. */
    public static boolean isDay(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") && LocalDate.parse(text).getYear() >= 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
