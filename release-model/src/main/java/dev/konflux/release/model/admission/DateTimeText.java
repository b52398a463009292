package dev.konflux.release.model.admission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as the schemas want them written. */
final class DateTimeText {

    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)(.\\d+)?(z|[+-]\\d\\d:\\d\\d)");
    private static final int DATE_LENGTH = 10;

    private DateTimeText() {}

    static boolean isValid(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() <= DATE_LENGTH || lower.charAt(DATE_LENGTH) != 't') {
            return false;
        }
        Matcher time = TIME.matcher(lower.substring(DATE_LENGTH + 1));
        return isDate(lower.substring(0, DATE_LENGTH))
                && time.matches()
                && time.group(1).compareTo("23") <= 0
                && time.group(2).compareTo("59") <= 0
                && time.group(3).compareTo("59") <= 0;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
