package dev.konflux.release.model.text;

import java.util.regex.Pattern;

/** The few forms of a date that the cluster's reader takes for one when a tag asks for it. */
final class GoTimestamp {

    private static final Pattern FORM = Pattern.compile(
            "\\d{4}-\\d\\d?-\\d\\d?([Tt]\\d\\d?:\\d\\d?:\\d\\d?(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)| \\d\\d?:\\d\\d?:\\d\\d?(\\.\\d+)?)?");

    private GoTimestamp() {}

    static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }
}
