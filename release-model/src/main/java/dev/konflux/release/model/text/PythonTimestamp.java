package dev.konflux.release.model.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as PyYAML finds them in unquoted text, and as Python prints them. */
final class PythonTimestamp {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d\\d?)-(\\d\\d?)"
                    + "(?:(?:[Tt]|[ \\t]+)(\\d\\d?):(\\d\\d):(\\d\\d)(?:\\.(\\d*))?(?:[ \\t]*(Z|([-+])(\\d\\d?)(?::(\\d\\d))?))?)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private PythonTimestamp() {}

    /** Whether an untagged text is taken for a date: a bare date needs two digits for month and day. */
    static boolean matches(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && (form.group(4) != null || DATE.matcher(text).matches());
    }

    /** What Python prints; null when there is no such date. */
    static @Nullable String printed(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            return form.group(4) == null ? date.toString() : date + " " + time(form, date);
        } catch (DateTimeException noSuchDate) {
            return null;
        }
    }

    private static String time(Matcher form, LocalDate date) {
        String fraction = form.group(7) == null ? "" : form.group(7);
        int micros = Integer.parseInt((fraction + "000000").substring(0, 6));
        LocalDateTime time = date.atTime(number(form, 4), number(form, 5), number(form, 6), micros * 1000);
        String clock = String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return clock + (micros == 0 ? "" : String.format(".%06d", micros)) + zone(form);
    }

    private static String zone(Matcher form) {
        if (form.group(8) == null) {
            return "";
        }
        if (form.group(9) == null) {
            return "+00:00";
        }
        int minutes = form.group(11) == null ? 0 : number(form, 11);
        return form.group(9) + String.format("%02d:%02d", number(form, 10), minutes);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
