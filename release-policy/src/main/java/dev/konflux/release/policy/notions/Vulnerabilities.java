package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.notions.Attestations.NamedResult;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The vulnerabilities that scan reports attached to the image tell of, in the form of Clair or of the Trusted Profile Analyzer. */
public final class Vulnerabilities {

    private static final Set<String> REPORT_TYPES =
            Set.of("application/vnd.redhat.clair-report+json", "application/vnd.redhat.tpa-report+json");

    private final List<Value> reports;

    public Vulnerabilities(Scene scene) {
        this.reports = reports(scene);
    }

    /**
     * A vulnerability.
     *
     * @param document what the report says of it
     * @param level how bad it is, in lower case
     * @param patched whether there is a version without it
     */
    public record Vulnerability(Value document, Value level, boolean patched) {

        /** Its name, else its id. */
        public Value name() {
            return document.get("name").orElse(document.get("id")).orElse(Value.of("UNKNOWN"));
        }

        /** When it became known. */
        public Value issued() {
            return document.get("issued");
        }
    }

    /** Whether any report is one of a scan. */
    public boolean wereLookedFor() {
        return reports.stream()
                .anyMatch(report -> report.get("vulnerabilities").isTrue()
                        || report.get("providers").isTrue());
    }

    /** The vulnerabilities of one of those levels, either those with a fix or those without. */
    public List<Vulnerability> of(Value levels, boolean patched) {
        List<Vulnerability> all = new ArrayList<>();
        for (Value report : reports) {
            report.get("vulnerabilities").each().forEach(document -> all.add(fromClair(document)));
            report.get("providers").each().forEach(provider -> addFromAnalyzer(provider, all));
        }
        all.removeIf(one -> one.patched() != patched || !one.level().in(levels));
        return all;
    }

    private static Vulnerability fromClair(Value document) {
        Value fix = document.get("fixed_in_version");
        Value level = document.getOr("normalized_severity", Value.of("unknown"));
        return new Vulnerability(document, level.lower(), fix.isDefined() && !fix.is(""));
    }

    /** The analyzer does not tell of fixes, so everything counts as fixed. */
    private static void addFromAnalyzer(Value provider, List<Vulnerability> all) {
        for (Value source : provider.get("sources").each()) {
            for (Value dependency : source.get("dependencies").each()) {
                List<Value> issues = new ArrayList<>(dependency.get("issues").each());
                dependency
                        .get("transitive")
                        .each()
                        .forEach(t -> issues.addAll(t.get("issues").each()));
                for (Value issue : issues) {
                    Value level = issue.getOr("severity", Value.of("unknown")).lower();
                    all.add(new Vulnerability(issue, level, true));
                }
            }
        }
    }

    /** The reference of the image lends its repository, and its tag, to what is attached to it. */
    private static List<Value> reports(Scene scene) {
        Set<Value> reports = new LinkedHashSet<>();
        ImageReference image = ImageReference.parse(scene.image()).orElse(null);
        if (image == null) {
            return List.of();
        }
        for (NamedResult result : scene.attestations().resultsNamed("REPORTS")) {
            Value manifest =
                    scene.registry().manifest(attached(image, result.value().get(image.digest())));
            for (Value layer : manifest.get("layers").each()) {
                if (layer.get("mediaType").text().filter(REPORT_TYPES::contains).isPresent()) {
                    reports.add(scene.registry().parsedBlob(attached(image, layer.get("digest"))));
                }
            }
        }
        return reports.stream().filter(Value::isDefined).toList();
    }

    static Value attached(ImageReference image, Value digest) {
        Optional<String> written =
                digest.text().flatMap(text -> image.withDigest(text).written());
        return Value.ofText(written);
    }
}
