package dev.konflux.release.model.admission;

import com.google.common.base.CharMatcher;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Points in time as the schemas want them written: {@code 2030-01-31T23:59:59Z}, with a fraction and any offset of two numbers. */
final class DateTimeText {

    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
    private static final CharMatcher LINE_END = CharMatcher.anyOf("\n\r\u0085\u2028\u2029");
    private static final int DATE_LENGTH = "2030-01-31".length();
    private static final int TIME_LENGTH = "23:59:59".length();

    private DateTimeText() {}

    static boolean isValid(String text) {
        int zone = DATE_LENGTH + 1 + TIME_LENGTH;
        return text.length() > zone
                && isLetter(text.charAt(DATE_LENGTH), 't')
                && isDate(text)
                && isTime(text, DATE_LENGTH + 1)
                && isZone(text, afterFraction(text, zone));
    }

    private static boolean isLetter(char found, char lower) {
        return found == lower || found == Character.toUpperCase(lower);
    }

    private static boolean isDate(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        if (year < 0 || month < 0 || day < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isTime(String text, int start) {
        return isUpTo(23, number(text, start, 2))
                && text.charAt(start + 2) == ':'
                && isUpTo(59, number(text, start + 3, 2))
                && text.charAt(start + 5) == ':'
                && isUpTo(59, number(text, start + 6, 2));
    }

    private static boolean isUpTo(int most, int number) {
        return number >= 0 && number <= most;
    }

    /** The number of so many digits; -1 when they are none. */
    private static int number(String text, int start, int length) {
        int number = 0;
        for (int i = start; i < start + length; i++) {
            char digit = text.charAt(i);
            if (!DIGIT.matches(digit)) {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    /** Any character may begin a fraction: the expression that the cluster uses forgets to escape its dot. */
    private static int afterFraction(String text, int start) {
        int digits = start + Character.charCount(text.codePointAt(start));
        int end = digits;
        while (end < text.length() && DIGIT.matches(text.charAt(end))) {
            end++;
        }
        boolean isFraction = end > digits && !LINE_END.matches(text.charAt(start)) && !isZone(text, start);
        return isFraction ? end : start;
    }

    private static boolean isZone(String text, int start) {
        int length = text.length() - start;
        if (length == 1) {
            return isLetter(text.charAt(start), 'z');
        }
        return length == 6
                && (text.charAt(start) == '+' || text.charAt(start) == '-')
                && number(text, start + 1, 2) >= 0
                && text.charAt(start + 3) == ':'
                && number(text, start + 4, 2) >= 0;
    }
}
