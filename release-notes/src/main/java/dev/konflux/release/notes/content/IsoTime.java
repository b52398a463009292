package dev.konflux.release.notes.content;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.OptionalLong;

/** Times as Python reads ISO 8601: dates by day or week, with or without separators; times without a zone are UTC. */
final class IsoTime {

    private static final int SHORTEST = 7;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int MICROSECOND_DIGITS = 6;

    private IsoTime() {}

    /** Whole seconds since 1970, fractions cut off towards it; empty when the text is no time. */
    static OptionalLong secondsOf(String text) {
        try {
            return OptionalLong.of(seconds(text));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static long seconds(String text) {
        if (text.length() < SHORTEST) {
            throw unreadable(text);
        }
        int end = dateEnd(text);
        LocalDate date = date(text.substring(0, Math.min(end, text.length())));
        long micros = date.toEpochDay() * SECONDS_A_DAY * 1_000_000L;
        boolean hasZone = false;
        if (text.length() > end) {
            IsoClock clock = IsoClock.parse(text.substring(end + 1));
            micros += clock.micros();
            hasZone = clock.hasZone();
        }
        if (!hasZone && date.getYear() == 1 && date.getDayOfYear() == 1) {
            // zone-less times are looked up a day earlier too, which does not exist here
            throw unreadable(text);
        }
        return (long) BigDecimal.valueOf(micros, MICROSECOND_DIGITS).doubleValue();
    }

    /** Where the date ends; the character there, whatever it is, separates it from the time. */
    private static int dateEnd(String text) {
        if (text.length() == SHORTEST) {
            return SHORTEST;
        }
        boolean isSeparated = text.charAt(4) == '-';
        if (isSeparated) {
            return text.charAt(5) == 'W' ? weekEnd(text) : 10;
        }
        return text.charAt(4) == 'W' ? compactWeekEnd(text) : 8;
    }

    private static int weekEnd(String text) {
        boolean mayHaveDay = text.length() > 8 && text.charAt(8) == '-';
        if (!mayHaveDay) {
            return 8;
        }
        if (text.length() == 9) {
            throw unreadable(text);
        }
        boolean isSeparator = text.length() > 10 && isDigit(text.charAt(10));
        return isSeparator ? 8 : 10;
    }

    private static int compactWeekEnd(String text) {
        int end = SHORTEST;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end < 9) {
            return end;
        }
        return end % 2 == 0 ? SHORTEST : 8;
    }

    private static LocalDate date(String text) {
        int year = number(text, 0, 4);
        if (year == 0) {
            throw unreadable(text);
        }
        boolean isSeparated = text.charAt(4) == '-';
        int position = isSeparated ? 5 : 4;
        return text.startsWith("W", position)
                ? week(text, year, position + 1, isSeparated)
                : day(text, year, position, isSeparated);
    }

    private static LocalDate day(String text, int year, int position, boolean isSeparated) {
        int month = number(text, position, 2);
        int next = afterSeparator(text, position + 2, isSeparated);
        requireEnd(text, next + 2);
        return LocalDate.of(year, month, number(text, next, 2));
    }

    private static LocalDate week(String text, int year, int position, boolean isSeparated) {
        int week = number(text, position, 2);
        int next = position + 2;
        int day = 1;
        if (text.length() > next) {
            next = afterSeparator(text, next, isSeparated);
            day = number(text, next, 1);
            requireEnd(text, next + 1);
        }
        // the fourth of January is always in the first week
        LocalDate date = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(ChronoField.DAY_OF_WEEK, day);
        if (date.get(IsoFields.WEEK_BASED_YEAR) != year || date.getYear() < 1 || date.getYear() > 9999) {
            throw unreadable(text);
        }
        return date;
    }

    private static int afterSeparator(String text, int position, boolean isSeparated) {
        if (text.startsWith("-", position) != isSeparated) {
            throw unreadable(text);
        }
        return isSeparated ? position + 1 : position;
    }

    private static void requireEnd(String text, int position) {
        if (text.length() != position) {
            throw unreadable(text);
        }
    }

    /** The number of exactly that many digits. */
    static int number(String text, int from, int digits) {
        if (from + digits > text.length()) {
            throw unreadable(text);
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(text.charAt(i))) {
                throw unreadable(text);
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static DateTimeException unreadable(String text) {
        return new DateTimeException("no ISO 8601 time: " + text);
    }
}
