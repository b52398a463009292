package dev.konflux.release.model.admission;

import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as the schemas want them written. */
final class DateTimeText {

    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)(.\\d+)?(z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final int DATE_LENGTH = 10;
    private static final int MONTHS = 12;

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
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        int month = Integer.parseInt(date.group(2));
        return month >= 1
                && month <= MONTHS
                && YearMonth.of(Integer.parseInt(date.group(1)), month).isValidDay(Integer.parseInt(date.group(3)));
    }
}
