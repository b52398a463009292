package dev.konflux.release.model.lint;

import com.google.common.escape.Escaper;
import com.google.common.net.PercentEscaper;
import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as SARIF 2.1.0. */
final class SarifReport {

    /** What RFC 3986 allows in a path beside letters and digits. */
    private static final Escaper IN_PATHS = new PercentEscaper("-._~!$&'()*+,;=:@/", false);

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final DataArray rules;

    private SarifReport(List<Finding> findings, List<LintRule> known) {
        Map<String, Data> described = new LinkedHashMap<>();
        known.forEach(rule -> described.putIfAbsent(rule.id(), rule(rule.id(), rule.summary(), rule.severity())));
        findings.forEach(finding -> described.putIfAbsent(
                finding.id(), rule(finding.id(), "See " + Documentation.of(finding.id()), finding.severity())));
        described.keySet().forEach(id -> indexes.put(id, indexes.size()));
        this.rules = DataArray.of(described.values());
    }

    static String write(List<Finding> findings, List<LintRule> known) {
        return JsonText.compact().indented(2).write(new SarifReport(findings, known).log(findings)) + "\n";
    }

    private Data log(List<Finding> findings) {
        DataObject driver = DataObject.of("name", Data.of("konflux-release-lint"), "rules", rules);
        DataObject run = DataObject.builder()
                .put("tool", DataObject.of("driver", driver))
                .put("columnKind", "unicodeCodePoints")
                .put("results", DataArray.of(findings.stream().map(this::result).toList()))
                .build();
        return DataObject.builder()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0")
                .put("runs", DataArray.of(run))
                .build();
    }

    private static Data rule(String id, String summary, Severity severity) {
        return DataObject.builder()
                .put("id", id)
                .put("shortDescription", text(summary))
                .put("help", text("See " + Documentation.of(id)))
                .put("defaultConfiguration", DataObject.of("level", Data.of(severity.word())))
                .build();
    }

    private Data result(Finding finding) {
        String subject = finding.path().isEmpty() ? "" : finding.path() + ": ";
        String hint = finding.hint().isEmpty() ? "" : "\n" + finding.hint();
        DataObject.Builder result = DataObject.builder()
                .put("ruleId", finding.id())
                .put("ruleIndex", indexes.getOrDefault(finding.id(), 0))
                .put("level", finding.severity().word())
                .put("message", text(subject + finding.message() + hint));
        if (!finding.position().source().isEmpty() || !finding.resource().isEmpty()) {
            result.put("locations", DataArray.of(location(finding)));
        }
        return result.build();
    }

    private static Data location(Finding finding) {
        DataObject.Builder location = DataObject.builder();
        if (!finding.position().source().isEmpty()) {
            location.put("physicalLocation", physical(finding));
        }
        if (!finding.resource().isEmpty()) {
            location.put(
                    "logicalLocations",
                    DataArray.of(DataObject.of(
                            "fullyQualifiedName", Data.of(finding.resource()), "kind", Data.of("resource"))));
        }
        return location.build();
    }

    private static Data physical(Finding finding) {
        DataObject artifact =
                DataObject.of("uri", Data.of(uri(finding.position().source())));
        if (!finding.position().isKnown()) {
            return DataObject.of("artifactLocation", artifact);
        }
        DataObject region = DataObject.of(
                "startLine",
                Data.of(finding.position().line()),
                "startColumn",
                Data.of(Math.max(1, finding.position().column())));
        return DataObject.of("artifactLocation", artifact, "region", region);
    }

    private static String uri(String source) {
        // A lone surrogate has no bytes and becomes a question mark.
        String encodable = new String(source.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return IN_PATHS.escape(relative(encodable));
    }

    // A colon in the first part of a path would make that part a scheme.
    private static String relative(String source) {
        int colon = source.indexOf(':');
        return colon >= 0 && source.lastIndexOf('/', colon) < 0 ? "./" + source : source;
    }

    private static DataObject text(String text) {
        return DataObject.of("text", Data.of(text));
    }
}
