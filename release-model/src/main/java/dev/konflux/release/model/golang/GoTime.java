package dev.konflux.release.model.golang;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads points in time as Go does, which is stricter than RFC 3339 in some things and laxer in others: letters are capitals, but an hour may have one
 * digit, and a comma may begin the fraction of a second.
 *
 * <p>Source: {@code time.Parse} of Go's standard library.
 */
public final class GoTime {

    private static final String DATE_AND_TIME = "2006-01-02T15:04:05Z07:00";
    private static final String DATE = "2006-01-02";
    private static final String TIME = "15:04:05Z07:00";
    private static final int NANO_DIGITS = 9;

    private final String layout;
    private final String given;
    private String rest;

    private GoTime(String text, String layout) {
        this.layout = layout;
        // Go counts bytes; one character stands for each of them here.
        this.given = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        this.rest = given;
    }

    /**
     * The moment that a text like {@code 2030-01-31T12:00:00+01:00} names.
     *
     * @throws DateTimeParseException in Go's words
     */
    public static Instant parse(String text) {
        return new GoTime(text, DATE_AND_TIME).dateAndTime();
    }

    /**
     * The beginning, in UTC, of the day that a text like {@code 2030-01-31} names.
     *
     * @throws DateTimeParseException in Go's words
     */
    public static Instant parseDate(String text) {
        return new GoTime(text, DATE).dateAlone();
    }

    /** As {@link #parse}; empty for what is refused. */
    public static Optional<Instant> find(String text) {
        return found(GoTime::parse, text);
    }

    /** As {@link #parseDate}; empty for what is refused. */
    public static Optional<Instant> findDate(String text) {
        return found(GoTime::parseDate, text);
    }

    /** Whether a text like {@code 12:00:00} or {@code 12:00:00+01:00} names a time of day. */
    public static boolean isTimeOfDay(String text) {
        return found(time -> new GoTime(time, TIME).timeOfDay(), text).isPresent();
    }

    private static <T> Optional<T> found(Function<String, T> reading, String text) {
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeParseException refused) {
            return Optional.empty();
        }
    }

    private Instant dateAlone() {
        Day day = day();
        end();
        return day.date().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Instant dateAndTime() {
        Day day = day();
        skip('T');
        LocalTime time = time();
        int offset = offset();
        end();
        return day.date().atTime(time).toInstant(ZoneOffset.UTC).minusSeconds(offset);
    }

    private LocalTime timeOfDay() {
        LocalTime time = time();
        if (!rest.isEmpty()) {
            offset();
        }
        end();
        return time;
    }

    private LocalTime time() {
        int hour = number("15", "hour", 23, false);
        skip(':');
        int minute = number("04", "minute", 59, true);
        skip(':');
        int second = number("05", "second", 59, true);
        return LocalTime.of(hour, minute, second, fraction());
    }

    /** A day whose existence is asked for only when all of the text has been read. */
    private record Day(GoTime text, int year, int month, int day) {

        LocalDate date() {
            if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
                throw text.problem(": day out of range");
            }
            return LocalDate.of(year, month, day);
        }
    }

    private Day day() {
        int year = year();
        skip('-');
        int month = twoDigits("01", rest, true);
        if (month < 1 || month > 12) {
            throw problem(": month out of range");
        }
        skip('-');
        return new Day(this, year, month, twoDigits("02", rest, true));
    }

    private int year() {
        if (rest.length() < 4 || !rest.substring(0, 4).chars().allMatch(GoTime::isDigit)) {
            throw mismatch("2006", rest);
        }
        int year = Integer.parseInt(rest.substring(0, 4));
        rest = rest.substring(4);
        return year;
    }

    private int number(String part, String name, int most, boolean fixed) {
        int number = twoDigits(part, rest, fixed);
        if (number > most) {
            throw problem(": " + name + " out of range");
        }
        return number;
    }

    /** A number of two digits, or of one where the width is not fixed. */
    private int twoDigits(String part, String whole, boolean fixed) {
        int digits = isDigitAt(0) && isDigitAt(1) ? 2 : 1;
        if (!isDigitAt(0) || (fixed && digits == 1)) {
            throw mismatch(part, whole);
        }
        int number = Integer.parseInt(rest.substring(0, digits));
        rest = rest.substring(digits);
        return number;
    }

    private int fraction() {
        if (rest.length() < 2 || ".,".indexOf(rest.charAt(0)) < 0 || !isDigitAt(1)) {
            return 0;
        }
        int end = 1;
        while (isDigitAt(end)) {
            end++;
        }
        String digits = rest.substring(1, end);
        rest = rest.substring(end);
        return Integer.parseInt((digits + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }

    /** Seconds east of Greenwich. */
    private int offset() {
        if (rest.startsWith("Z")) {
            rest = rest.substring(1);
            return 0;
        }
        String whole = rest;
        if (rest.length() < 6 || rest.charAt(3) != ':') {
            throw mismatch("Z07:00", whole);
        }
        char sign = rest.charAt(0);
        rest = rest.substring(1);
        int hours = twoDigits("Z07:00", whole, true);
        rest = rest.substring(1);
        boolean tooManyMinutes = isDigitAt(0) && isDigitAt(1) && rest.compareTo("61") >= 0;
        if (tooManyMinutes || hours > 24) {
            throw problem(": time zone offset " + (tooManyMinutes ? "minute" : "hour") + " out of range");
        }
        int minutes = twoDigits("Z07:00", whole, true);
        if (sign != '+' && sign != '-') {
            throw mismatch("Z07:00", whole);
        }
        int seconds = (hours * 60 + minutes) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private void skip(char separator) {
        if (rest.isEmpty() || rest.charAt(0) != separator) {
            throw mismatch(String.valueOf(separator), rest);
        }
        rest = rest.substring(1);
    }

    private void end() {
        if (!rest.isEmpty()) {
            throw problem(": extra text: " + quoted(rest));
        }
    }

    private boolean isDigitAt(int index) {
        return index < rest.length() && isDigit(rest.charAt(index));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private DateTimeParseException mismatch(String part, String found) {
        return problem(" as " + quoted(layout) + ": cannot parse " + quoted(found) + " as " + quoted(part));
    }

    private DateTimeParseException problem(String words) {
        return new DateTimeParseException(
                "parsing time " + quoted(given) + words, given, given.length() - rest.length());
    }

    private static String quoted(String bytes) {
        StringBuilder out = new StringBuilder("\"");
        bytes.chars().forEach(c -> {
            if (c < ' ' || c >= 0x80) {
                out.append(String.format("\\x%02x", c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
