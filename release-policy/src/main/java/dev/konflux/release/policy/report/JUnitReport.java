package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.policy.PolicyResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One test suite a component: violations fail, warnings are skipped. */
final class JUnitReport {

    private final ReportOptions options;
    private final String key;
    private final Instant created;
    private final StringBuilder out = new StringBuilder();

    JUnitReport(ReportOptions options, String key, Instant created) {
        this.options = options;
        this.key = key;
        this.created = created;
    }

    String write(List<Verdict> verdicts) {
        int failures = verdicts.stream()
                .mapToInt(verdict -> verdict.violations().size())
                .sum();
        int skipped =
                verdicts.stream().mapToInt(verdict -> verdict.warnings().size()).sum();
        int tests = failures
                + skipped
                + verdicts.stream().mapToInt(verdict -> passed(verdict).size()).sum();
        out.append("<testsuites");
        someOf("tests", tests);
        someOf("failures", failures);
        someOf("skipped", skipped);
        out.append('>');
        verdicts.forEach(this::suite);
        return out.append("</testsuites>\n").toString();
    }

    private List<PolicyResult> passed(Verdict verdict) {
        return options.successes() ? verdict.successes() : List.of();
    }

    private void suite(Verdict verdict) {
        int failures = verdict.violations().size();
        int skipped = verdict.warnings().size();
        out.append("<testsuite");
        attribute("name", verdict.name() + " (" + verdict.reference() + ")");
        attribute("tests", "" + (failures + skipped + passed(verdict).size()));
        attribute("failures", "" + failures);
        attribute("errors", "0");
        attribute("id", "0");
        someOf("skipped", skipped);
        attribute("time", "");
        attribute("timestamp", created.truncatedTo(ChronoUnit.SECONDS).toString());
        out.append("><properties>");
        property("image", verdict.reference());
        property("key", key);
        property("success", "" + verdict.isSuccess());
        out.append("</properties>");
        options.shown(passed(verdict)).forEach(result -> testCase(result, ""));
        options.shown(verdict.violations()).forEach(result -> testCase(result, "failure"));
        options.shown(verdict.warnings()).forEach(result -> testCase(result, "skipped"));
        out.append("</testsuite>");
    }

    private void testCase(PolicyResult result, String problem) {
        String name = name(result);
        out.append("<testcase");
        attribute("name", name);
        attribute("classname", name);
        out.append('>');
        if (!problem.isEmpty()) {
            out.append('<').append(problem);
            attribute("message", result.message());
            String text = result.message().replace("]]>", "]]]]><![CDATA[>");
            out.append("><![CDATA[")
                    .append(text)
                    .append("]]></")
                    .append(problem)
                    .append('>');
        }
        out.append("</testcase>");
    }

    private static String name(PolicyResult result) {
        Map<String, Data> known = new TreeMap<>(result.metadata().members());
        known.remove("code");
        String rest = known.entrySet().stream()
                .map(member -> member.getKey() + "=" + GoText.printed(member.getValue()))
                .collect(Collectors.joining(", "));
        return result.code().map(code -> code + ": ").orElse("")
                + result.message()
                + (rest.isEmpty() ? "" : " [" + rest + "]");
    }

    private void property(String name, String value) {
        out.append("<property");
        attribute("name", name);
        attribute("value", value);
        out.append("></property>");
    }

    private void someOf(String name, int count) {
        if (count > 0) {
            attribute(name, "" + count);
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(GoText.xml(value)).append('"');
    }
}
