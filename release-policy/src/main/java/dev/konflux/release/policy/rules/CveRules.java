package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Vulnerabilities;
import dev.konflux.release.policy.notions.Vulnerabilities.Vulnerability;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code cve}: the image was scanned, and no vulnerability found is of a level that blocks. */
final class CveRules {

    private static final String FOUND = "cve.cve_results_found";
    private static final Schema LEVELS = DataCheck.someOf("critical", "high", "medium", "low", "unknown");
    private static final Schema LEEWAY = Schema.of("""
            {"type": "object",
             "properties": {"critical": {"$ref": "#/days"}, "high": {"$ref": "#/days"}, "medium": {"$ref": "#/days"},
               "low": {"$ref": "#/days"}, "unknown": {"$ref": "#/days"}},
             "additionalProperties": false,
             "days": {"type": "integer", "minimum": 0}}
            """);

    private CveRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("cve.cve_warnings")
                        .title("No fixed vulnerability of a level that warns")
                        .message("Found %q non-blocking vulnerability of %s security level")
                        .collections("minimal redhat")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> warn(scene, "warn_cve_security_levels", true, found)),
                Rule.warn("cve.unpatched_cve_warnings")
                        .title("No unfixed vulnerability of a level that warns")
                        .message("Found %q non-blocking unpatched vulnerability of %s security level")
                        .collections("minimal redhat")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> warn(scene, "warn_unpatched_cve_security_levels", false, found)),
                Rule.deny("cve.cve_blockers")
                        .title("No fixed vulnerability of a level that blocks")
                        .message("Found %q vulnerability of %s security level")
                        .collections("minimal redhat redhat_security")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> block(scene, "restrict_cve_security_levels", true, found)),
                Rule.deny("cve.unpatched_cve_blockers")
                        .title("No unfixed vulnerability of a level that blocks")
                        .message("Found %q unpatched vulnerability of %s security level")
                        .collections("minimal redhat redhat_security")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> block(scene, "restrict_unpatched_cve_security_levels", false, found)),
                Rule.deny(FOUND)
                        .title("The image was scanned for vulnerabilities")
                        .message("CVE scan results were not found")
                        .collections("minimal redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(CveRules::notScanned),
                Rule.deny("cve.rule_data_provided")
                        .title("Levels of vulnerabilities are configured in the right form")
                        .message("%s")
                        .collections("minimal redhat policy_data redhat_security")
                        .finds(CveRules::malformedRuleData));
    }

    private static void warn(Scene scene, String levels, boolean patched, Findings found) {
        for (Vulnerability one : new Vulnerabilities(scene).of(scene.ruleData(levels), patched)) {
            found.addAbout(one.name(), one.name(), one.level());
        }
    }

    private static void block(Scene scene, String levels, boolean patched, Findings found) {
        for (Vulnerability one : new Vulnerabilities(scene).of(scene.ruleData(levels), patched)) {
            Value date = lastDay(one, scene.ruleData("cve_leeway"));
            found.finding(one.name(), one.level())
                    .about(one.name())
                    .since(date.isNull() ? Value.UNDEFINED : date)
                    .report();
        }
    }

    private static Value lastDay(Vulnerability vulnerability, Value leeway) {
        Value day = Instants.plusDays(Instants.parse(vulnerability.issued()), leeway.at(vulnerability.level()));
        return Instants.formatSeconds(day).orElse(vulnerability.issued());
    }

    private static void notScanned(Scene scene, Findings found) {
        boolean isIndex = scene.registry().isImageIndex(scene.image());
        if (scene.image().isDefined() && !isIndex && !new Vulnerabilities(scene).wereLookedFor()) {
            found.add();
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        for (String key : List.of("restrict_cve", "warn_cve", "restrict_unpatched_cve", "warn_unpatched_cve")) {
            DataCheck.ruleData(scene, key + "_security_levels", LEVELS, found);
        }
        DataCheck.ruleData(scene, "cve_leeway", LEEWAY, found);
    }
}
