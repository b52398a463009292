package dev.konflux.release.conformance;

import dev.konflux.release.policy.report.ReportOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command line of a run on plain files. */
record InputArguments(
        List<String> files,
        String policy,
        String effectiveTime,
        boolean pastAllowed,
        boolean strict,
        List<String> outputs,
        ReportOptions options) {

    static InputArguments parse(List<String> arguments) {
        Parser parser = new Parser();
        parser.parse(arguments.subList(2, arguments.size()));
        return parser.result();
    }

    /** Collects what the flags say. */
    private static final class Parser {

        private final Set<String> files = new LinkedHashSet<>();
        private final List<String> outputs = new ArrayList<>();
        private String policy = "";
        private String effectiveTime = "now";
        private boolean past;
        private boolean strict = true;
        private boolean detailed;
        private boolean successes;
        private boolean warnings = true;
        private boolean link;
        private boolean color;
        private boolean noColor;

        void parse(List<String> arguments) {
            Iterator<String> rest = arguments.iterator();
            while (rest.hasNext()) {
                String argument = rest.next();
                if (argument.startsWith("-")) {
                    flag(argument, rest);
                } else if (!argument.isBlank()) {
                    files.add(argument);
                }
            }
        }

        private void flag(String argument, Iterator<String> rest) {
            String[] parts = argument.split("=", 2);
            boolean on = parts.length < 2 || Boolean.parseBoolean(parts[1]);
            switch (parts[0]) {
                case "--info" -> detailed = on;
                case "--strict", "-s" -> strict = on;
                case "--show-successes" -> successes = on;
                case "--show-warnings" -> warnings = on;
                case "--show-policy-docs-link" -> link = on;
                case "--allow-past-effective-time" -> past = on;
                case "--color" -> color = on;
                case "--no-color" -> noColor = on;
                default -> valued(parts[0], parts.length > 1 ? parts[1] : rest.next());
            }
        }

        private void valued(String name, String value) {
            switch (name) {
                case "--file", "-f" -> files.addAll(List.of(value.split(",")));
                case "--policy", "-p" -> policy = value;
                case "--effective-time" -> effectiveTime = value;
                case "--output", "-o" -> outputs.addAll(List.of(value.split(",")));
                default -> throw new Area.Unsupported("the option " + name);
            }
        }

        InputArguments result() {
            return new InputArguments(
                    List.copyOf(files),
                    policy,
                    effectiveTime,
                    past,
                    strict,
                    outputs.isEmpty() ? List.of("text") : outputs,
                    new ReportOptions(detailed, successes, warnings, link, color && !noColor));
        }
    }
}
