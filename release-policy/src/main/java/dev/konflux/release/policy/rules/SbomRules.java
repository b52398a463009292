package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Semver;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Set;

/** Package {@code sbom}: there is an SBOM, and what may be in it is configured in the right form. */
final class SbomRules {

    private static final String PACKAGES = "disallowed_packages";
    private static final String ATTRIBUTES = "disallowed_attributes";
    private static final Set<String> VERSION_FORMATS = Set.of("semver", "semverv");

    private static final Schema DISALLOWED_PACKAGES = Schema.of("""
            {"type": "array", "uniqueItems": true, "items": {
              "type": "object",
              "properties": {
                "purl": {"type": "string"}, "format": {"enum": ["semver", "semverv"]},
                "min": {"type": "string"}, "max": {"type": "string"},
                "exceptions": {"type": "array", "uniqueItems": true, "items": {
                  "type": "object", "properties": {"subpath": {"type": "string"}}}}},
              "additionalProperties": false,
              "anyOf": [{"required": ["purl", "format", "min"]}, {"required": ["purl", "format", "max"]}]}}
            """);
    private static final Schema DISALLOWED_ATTRIBUTES = Schema.of("""
            {"type": "array", "uniqueItems": true, "items": {
              "type": "object",
              "properties": {
                "name": {"type": "string"}, "value": {"type": "string"},
                "effective_on": {"type": "string", "format": "date-time"},
                "except_when": {"type": "array", "items": {
                  "type": "object",
                  "properties": {
                    "purl_qualifier": {"type": "string"},
                    "patterns": {"type": "array", "items": {"type": "string", "format": "regex"}}},
                  "required": ["purl_qualifier", "patterns"],
                  "additionalProperties": false}}},
              "additionalProperties": false,
              "required": ["name"]}}
            """);
    private static final Schema REFERENCES = Schema.of("""
            {"type": "array", "uniqueItems": true, "items": {
              "type": "object",
              "properties": {"type": {"type": "string"}, "url": {"type": "string"}},
              "additionalProperties": false,
              "required": ["type", "url"]}}
            """);
    private static final Schema SOURCES = Schema.of("""
            {"type": "array", "items": {
              "type": "object",
              "properties": {
                "type": {"type": "string"},
                "patterns": {"type": "array", "items": {"type": "string", "format": "regex"}}},
              "required": ["type", "patterns"],
              "additionalProperties": false}}
            """);
    private static final Schema PROXY_PATTERNS = Schema.of("""
            {"type": "object", "additionalProperties": {
              "type": "array", "items": {"type": "string"}, "uniqueItems": true}}
            """);

    private SbomRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("sbom.found")
                        .title("The image has an SBOM")
                        .message("No SBOM attestations found")
                        .collections("minimal redhat redhat_security")
                        .finds(SbomRules::notFound),
                Rule.deny("sbom.disallowed_packages_provided")
                        .title("What SBOMs may contain is configured in the right form")
                        .message("%s")
                        .collections("redhat policy_data redhat_rpms redhat_security")
                        .finds(SbomRules::malformedRuleData));
    }

    /** Image indexes have no SBOM yet. */
    private static void notFound(Scene scene, Findings found) {
        if (scene.sboms().all().isEmpty() && !scene.attestations().isForImageIndex()) {
            found.add();
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        DataCheck.ruleData(scene, PACKAGES, DISALLOWED_PACKAGES, found);
        DataCheck.ruleData(scene, ATTRIBUTES, DISALLOWED_ATTRIBUTES, found);
        DataCheck.ruleData(scene, "allowed_external_references", REFERENCES, found);
        DataCheck.ruleData(scene, "disallowed_external_references", REFERENCES, found);
        DataCheck.ruleData(scene, "allowed_package_sources", SOURCES, found);
        DataCheck.ruleData(scene, "proxy_enabled_purl_types", DataCheck.TEXTS, found);
        DataCheck.ruleData(scene, "allowed_proxy_url_patterns", PROXY_PATTERNS, found);
        scene.ruleData(PACKAGES).entries().forEach(entry -> malformedPackage(entry, found));
        scene.ruleData(ATTRIBUTES).entries().forEach(entry -> malformedAttribute(scene, entry, found));
        scene.ruleData("allowed_proxy_url_patterns").entries().forEach(entry -> malformedProxy(scene, entry, found));
    }

    private static void malformedPackage(Value.Entry entry, Findings found) {
        Value purl = entry.value().get("purl");
        if (PackageUrl.parse(purl).isEmpty()) {
            String template = "Item at index %d in disallowed_packages does not have a valid PURL: %q";
            DataCheck.failure(Template.fill(template, entry.key(), purl), found);
        }
        if (entry.value().get("format").text().filter(VERSION_FORMATS::contains).isPresent()) {
            malformedVersion(entry, "min", found);
            malformedVersion(entry, "max", found);
        }
    }

    private static void malformedVersion(Value.Entry entry, String bound, Findings found) {
        Value version = Value.ofText(
                entry.value().getOrEmpty(bound).text().map(Packages::withoutV).filter(text -> !text.isEmpty()));
        if (Semver.parse(version).isEmpty()) {
            String template = "Item at index %d in disallowed_packages does not have a valid %s semver value: %q";
            DataCheck.failure(Template.fill(template, entry.key(), Value.of(bound), version), found);
        }
    }

    private static void malformedAttribute(Scene scene, Value.Entry entry, Findings found) {
        for (Value exception : entry.value().get("except_when").each()) {
            for (Value pattern : exception.get("patterns").each()) {
                if (!scene.patterns().isValid(pattern)) {
                    String template = "Item at index %d in disallowed_attributes has an invalid regular expression in"
                            + " except_when: %q";
                    DataCheck.failure(Template.fill(template, entry.key(), pattern), found);
                }
            }
        }
    }

    private static void malformedProxy(Scene scene, Value.Entry entry, Findings found) {
        for (Value pattern : entry.value().each()) {
            if (!scene.patterns().isValid(pattern)) {
                String template = "%q is not a valid regular expression for PURL type %q";
                DataCheck.failure(Template.fill(template, pattern, entry.key()), found);
            }
        }
    }
}
