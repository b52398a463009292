package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Package {@code slsa_source_correlated}: the image was built from the source it is said to come from. */
final class SlsaSourceCorrelatedRules {

    private static final List<String> REVISION_DIGESTS = List.of("sha1", "gitCommit");

    private SlsaSourceCorrelatedRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("slsa_source_correlated.source_code_reference_provided")
                        .title("The expected source is given")
                        .message("Expected source code reference was not provided for verification")
                        .collections("minimal slsa3 redhat redhat_rpms redhat_security")
                        .finds(SlsaSourceCorrelatedRules::noExpectedSource),
                Rule.deny("slsa_source_correlated.attested_source_code_reference")
                        .title("A source is attested")
                        .message("The attested material contains no source code reference")
                        .collections("minimal slsa3 redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaSourceCorrelatedRules::noAttestedSource),
                Rule.deny("slsa_source_correlated.expected_source_code_reference")
                        .title("The expected source is attested")
                        .message("The expected source code reference %q is not attested")
                        .collections("minimal slsa3 redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaSourceCorrelatedRules::expectedSourceNotAttested),
                Rule.deny("slsa_source_correlated.rule_data_provided")
                        .title("Version control systems and digests are configured")
                        .message("%s")
                        .collections("minimal slsa3 redhat redhat_rpms policy_data redhat_security")
                        .finds(SlsaSourceCorrelatedRules::malformedRuleData));
    }

    private static void noExpectedSource(Scene scene, Findings found) {
        Value source = scene.input().get("image", "source");
        if (source.orElse(Value.of(DataObject.empty())).isEmpty()) {
            found.add();
        }
    }

    private static void noAttestedSource(Scene scene, Findings found) {
        if (attestedSources(scene).isEmpty()) {
            found.add();
        }
    }

    private static void expectedSourceNotAttested(Scene scene, Findings found) {
        Set<Value> attested = attestedSources(scene);
        for (Value.Entry source : scene.input().get("image", "source").entries()) {
            Value url = Template.fill("%s+%s", source.key(), source.value().getOrEmpty("url"));
            Value revision = source.value().getOrEmpty("revision");
            if (Collections.disjoint(spellings(url, revision), attested)) {
                attested.forEach(other -> found.addAbout(other, Template.fill("%s@%s", url, revision)));
            }
        }
    }

    /** Attestors doubled and lost the suffix {@code .git}, and added slashes. */
    private static Set<Value> spellings(Value url, Value revision) {
        String text = url.text().orElse("");
        String withoutSlash = withoutEnd(text, "/");
        Set<Value> spellings = new LinkedHashSet<>();
        for (String spelling :
                List.of(text, withoutEnd(text, ".git"), text + ".git", withoutSlash, withoutSlash + ".git")) {
            for (String digest : REVISION_DIGESTS) {
                spellings.add(Template.fill("%s@%s:%s", Value.of(spelling), Value.of(digest), revision));
            }
        }
        return spellings;
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static Set<Value> attestedSources(Scene scene) {
        Set<Value> sources = new LinkedHashSet<>();
        for (Value provenance : scene.attestations().slsaProvenances()) {
            for (Value material : new Provenance(provenance).materials()) {
                if (isVersionControlled(scene, material.get("uri"))) {
                    addReferences(scene, material, sources);
                }
            }
        }
        return sources;
    }

    private static boolean isVersionControlled(Scene scene, Value uri) {
        return scene.ruleData("supported_vcs").each().stream()
                .anyMatch(system -> uri.startsWith(Template.fill("%s+", system)));
    }

    private static void addReferences(Scene scene, Value material, Set<Value> sources) {
        if (!material.get("digest").isObject()) {
            return;
        }
        for (Value.Entry digest : material.get("digest").entries()) {
            if (digest.key().in(scene.ruleData("supported_digests"))) {
                sources.add(Template.fill("%s@%s:%s", material.get("uri"), digest.key(), digest.value()));
            }
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        DataCheck.ruleData(scene, "supported_vcs", DataCheck.TEXTS, found);
        DataCheck.ruleData(scene, "supported_digests", DataCheck.TEXTS, found);
    }
}
