package dev.konflux.release.model.admission;

import dev.konflux.release.model.golang.GoSyntax;
import java.util.Set;

/** Why Go does not take a text for a duration. */
final class DurationFault {

    private static final Set<String> UNITS = Set.of("ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "h");

    private DurationFault() {}

    /** The words for a text that is no duration. */
    static String of(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        while (at < text.length()) {
            int digits = skip(text, at, true);
            if (text.substring(at, digits).replace(".", "").isEmpty()) {
                break;
            }
            int end = skip(text, digits, false);
            String unit = text.substring(digits, end);
            if (unit.isEmpty()) {
                return "time: missing unit in duration " + GoSyntax.quoted(text);
            }
            if (!UNITS.contains(unit)) {
                return "time: unknown unit " + GoSyntax.quoted(unit) + " in duration " + GoSyntax.quoted(text);
            }
            at = end;
        }
        return "time: invalid duration " + GoSyntax.quoted(text);
    }

    private static int skip(String text, int from, boolean numeric) {
        int at = from;
        while (at < text.length() && isNumeric(text.charAt(at)) == numeric) {
            at++;
        }
        return at;
    }

    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }
}
