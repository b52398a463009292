package dev.konflux.release.policy.report;

import java.util.List;
import java.util.Set;

/**
 * Where a report goes and what it shows, as upstream's option says it: {@code format=path?show-successes=true&show-warnings=false}.
 *
 * @param format the name of the format; a report decides whether it knows it
 * @param path the file; empty for the standard output
 * @param options what the report shows
 */
public record ReportTarget(String format, String path, ReportOptions options) {

    // what Go takes for a truth value
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    /**
     * What the option says; options it does not name are those given.
     *
     * @throws ReportException when a truth value is none
     */
    public static ReportTarget parse(String option, ReportOptions defaults) {
        int question = option.indexOf('?');
        String target = question < 0 ? option : option.substring(0, question);
        ReportOptions options = defaults;
        for (String pair : question < 0
                ? List.<String>of()
                : List.of(option.substring(question + 1).split("&"))) {
            options = with(options, pair);
        }
        int equals = target.indexOf('=');
        return equals < 0
                ? new ReportTarget(target, "", options)
                : new ReportTarget(target.substring(0, equals), target.substring(equals + 1), options);
    }

    private static ReportOptions with(ReportOptions options, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        return switch (name) {
            case "show-successes" -> options.successes(truth(value));
            case "show-warnings" -> options.warnings(truth(value));
            default -> options;
        };
    }

    private static boolean truth(String value) {
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
            throw new ReportException("strconv.ParseBool: parsing \"" + value + "\": invalid syntax");
        }
        return TRUE.contains(value);
    }
}
