package dev.konflux.release.model.mapping;

import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as GNU {@code date -d} does: ISO 8601 with or without time and zone, compact dates, dates with month names, {@code @seconds}.
 * Relative dates ({@code 2 days ago}) are not read; no build date is written so. Behind a compact date {@code T} is a zone, the letter of the
 * armed forces, and no sign that a time follows.
 */
final class GnuDate {

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final String MONTH = "(" + MONTHS + ")[a-z]*\\.?";
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("ut", "Z"),
            Map.entry("wet", "Z"),
            Map.entry("bst", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("ist", "+05:30"),
            Map.entry("jst", "+09:00"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"));

    /** What may stand in a date, tried in this order at each place. */
    private static final List<Part> PARTS = List.of(
            new Part(
                    "(\\d+)-(\\d{1,2})-(\\d{1,2})(?!\\d)(?:t(?=\\d))?",
                    (date, m) -> date.day(m.group(1), m.group(2), m.group(3))),
            new Part(
                    "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?(?: *([ap])\\.?m\\.?)?",
                    (date, m) -> date.time(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5))),
            new Part(
                    "(\\d{1,2}) *([ap])\\.?m\\.?(?![a-z])",
                    (date, m) -> date.time(m.group(1), "0", null, null, m.group(2))),
            new Part(
                    "(" + String.join("|", ZONES.keySet()) + ")(?![a-z])",
                    (date, m) -> date.zone(ZONES.getOrDefault(m.group(1), "Z"))),
            new Part(
                    "([a-ik-z])(?![a-z])",
                    (date, m) -> date.zone(military(m.group(1).charAt(0)))),
            new Part(
                    "(\\d{4,})/(\\d{1,2})/(\\d{1,2})(?!\\d)",
                    (date, m) -> date.day(m.group(1), m.group(2), m.group(3))),
            new Part("(\\d{1,2})/(\\d{1,2})/(\\d+)", (date, m) -> date.day(m.group(3), m.group(1), m.group(2))),
            new Part("(\\d{1,2})/(\\d{1,2})", (date, m) -> date.day(null, m.group(1), m.group(2))),
            new Part(
                    "([+-])(\\d{1,2}):?(\\d{2})?(?![\\d:])",
                    (date, m) -> date.offset(m.group(1), m.group(2), m.group(3))),
            new Part(
                    "(\\d{1,2})[ -]?" + MONTH + "[ -]?(\\d+)(?![\\d:])",
                    (date, m) -> date.day(m.group(3), month(m.group(2)), m.group(1))),
            new Part("(\\d{1,2})[ -]?" + MONTH, (date, m) -> date.day(null, month(m.group(2)), m.group(1))),
            new Part(
                    MONTH + " *(\\d{1,2}) *, *(\\d+)(?![\\d:])",
                    (date, m) -> date.day(m.group(3), month(m.group(1)), m.group(2))),
            new Part(
                    MONTH + "-(\\d{1,2})-(\\d+)(?![\\d:])",
                    (date, m) -> date.day(m.group(3), month(m.group(1)), m.group(2))),
            new Part(MONTH + " *(\\d{1,2})(?!\\d)", (date, m) -> date.day(null, month(m.group(1)), m.group(2))),
            new Part("(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*[.,]?", (date, m) -> {}),
            new Part("\\([^()]*\\)", (date, m) -> {}),
            new Part("(\\d+)(?![\\d:])", (date, m) -> date.number(m.group(1))));

    private static final Pattern SECONDS = Pattern.compile("@(-?\\d{1,16})(?:[.,](\\d+))?");
    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    private static final Pattern MONTH_NAMES = Pattern.compile("\\|");
    private static final int DIGITS_OF_NANOS = 9;

    private @Nullable Integer year;
    private @Nullable Integer month;
    private @Nullable Integer day;
    private @Nullable LocalTime time;
    private @Nullable ZoneOffset zone;
    private boolean isBroken;

    private GnuDate() {}

    private record Part(Pattern pattern, Reading reading) {
        Part(String expression, Reading reading) {
            this(Pattern.compile(expression), reading);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void into(GnuDate date, Matcher part);
    }

    /**
     * The instant a text means.
     *
     * @param zone the zone of texts that name none
     * @param now today, for texts that give only a time
     * @throws ReleaseDataException when the text is no date
     */
    static Instant parse(String text, ZoneId zone, Instant now) {
        try {
            return find(text.strip().toLowerCase(Locale.ROOT), zone, now)
                    .orElseThrow(() -> new ReleaseDataException("date: invalid date '" + text + "'"));
        } catch (DateTimeException | ArithmeticException e) {
            throw new ReleaseDataException("date: invalid date '" + text + "'");
        }
    }

    private static Optional<Instant> find(String text, ZoneId zone, Instant now) {
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            long whole = Long.parseLong(seconds.group(1));
            long nanos = nanos(seconds.group(2));
            boolean isBeforeEpoch = seconds.group(1).startsWith("-");
            return Optional.of(Instant.ofEpochSecond(whole, isBeforeEpoch ? -nanos : nanos));
        }
        GnuDate date = new GnuDate();
        int at = 0;
        while (at < text.length()) {
            int next = date.read(text, at);
            if (next < 0 || date.isBroken) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(date.instant(zone, now));
    }

    /** Reads one part and gives where it ends; -1 when there is none. */
    private int read(String text, int at) {
        Matcher blanks = BLANKS.matcher(text).region(at, text.length());
        if (blanks.lookingAt()) {
            return blanks.end();
        }
        for (Part part : PARTS) {
            Matcher matcher =
                    part.pattern().matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt()) {
                part.reading().into(this, matcher);
                return matcher.end();
            }
        }
        return -1;
    }

    private void day(@Nullable String givenYear, String givenMonth, String givenDay) {
        isBroken |= day != null;
        if (givenYear != null) {
            year(givenYear);
        }
        month = Integer.valueOf(givenMonth);
        day = Integer.valueOf(givenDay);
    }

    /** A number alone is a year behind a date that lacks one, else a compact date, else hours, with or without minutes. */
    private void number(String digits) {
        int length = digits.length();
        boolean isYear = day != null && year == null && (time != null || length > 2);
        if (isYear) {
            year(digits);
        } else if (length > 4) {
            day(
                    digits.substring(0, length - 4),
                    digits.substring(length - 4, length - 2),
                    digits.substring(length - 2));
        } else {
            int hours = length > 2 ? length - 2 : length;
            time(digits.substring(0, hours), "0" + digits.substring(hours), null, null, null);
        }
    }

    /** Two digits mean 1969 to 2068. */
    private void year(String given) {
        isBroken |= year != null;
        int value = Integer.parseInt(given.substring(0, Math.min(given.length(), DIGITS_OF_NANOS)));
        if (given.length() == 2) {
            value += value < 69 ? 2000 : 1900;
        }
        year = value;
    }

    private void time(
            String hour, String minute, @Nullable String second, @Nullable String fraction, @Nullable String half) {
        isBroken |= time != null;
        int hours = Integer.parseInt(hour);
        if (half != null) {
            isBroken |= hours < 1 || hours > 12;
            hours = hours % 12 + (half.equals("p") ? 12 : 0);
        }
        int seconds = second == null ? 0 : Integer.parseInt(second);
        time = LocalTime.of(hours, Integer.parseInt(minute), seconds, (int) nanos(fraction));
    }

    private static long nanos(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String digits = fraction.length() > DIGITS_OF_NANOS ? fraction.substring(0, DIGITS_OF_NANOS) : fraction;
        return Long.parseLong(digits + "0".repeat(DIGITS_OF_NANOS - digits.length()));
    }

    private void offset(String sign, String hours, @Nullable String minutes) {
        String twoDigits = hours.length() < 2 ? "0" + hours : hours;
        zone(sign + twoDigits + ":" + (minutes == null ? "00" : minutes));
        isBroken |= time == null;
    }

    private void zone(String id) {
        isBroken |= zone != null;
        zone = ZoneOffset.of(id);
    }

    /** The letters of the armed forces: A to M (without J) east of Greenwich, N to Y west of it, Z itself. */
    private static String military(char letter) {
        if (letter == 'z') {
            return "Z";
        }
        int east = letter - 'a' + (letter < 'j' ? 1 : 0);
        return letter < 'n' ? "+%02d:00".formatted(east) : "-%02d:00".formatted(letter - 'n' + 1);
    }

    private static String month(String name) {
        List<String> names = List.of(MONTH_NAMES.split(MONTHS));
        return Integer.toString(names.indexOf(name) + 1);
    }

    private Instant instant(ZoneId local, Instant now) {
        ZoneId effective = zone == null ? local : zone;
        LocalDate today = now.atZone(effective).toLocalDate();
        int inYear = year == null ? today.getYear() : year;
        LocalDate date = month == null || day == null ? today.withYear(inYear) : LocalDate.of(inYear, month, day);
        return ZonedDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time, effective)
                .toInstant();
    }
}
