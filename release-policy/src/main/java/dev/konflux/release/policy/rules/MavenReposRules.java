package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Package {@code release.maven_repos}: Maven artifacts come from permitted repositories. Because of its dot upstream's evaluator never
 * runs this package; whoever evaluates rules directly may.
 */
final class MavenReposRules {

    private static final String KEY = "allowed_maven_repositories";
    private static final Set<String> COMPONENT_SOURCES = Set.of("distribution", "artifact-repository");
    private static final Set<String> PACKAGE_SOURCES = Set.of("distribution", "repository");

    private MavenReposRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("release.maven_repos.policy_data_missing")
                        .title("Permitted Maven repositories are configured")
                        .message("Policy data is missing the required \"%s\" list")
                        .collections("redhat_maven redhat_security policy_data")
                        .finds(MavenReposRules::noRuleData),
                Rule.deny("release.maven_repos.deny_unpermitted_urls")
                        .title("Maven artifacts come from permitted repositories")
                        .message("%s")
                        .collections("redhat_maven redhat_security")
                        .since("2026-05-10")
                        .finds(MavenReposRules::unpermitted));
    }

    private static void noRuleData(Scene scene, Findings found) {
        Value permitted = scene.ruleData(KEY);
        if (!permitted.isArray() || permitted.isEmpty()) {
            found.add(Value.of(KEY));
        }
    }

    private static void unpermitted(Scene scene, Findings found) {
        for (Value sbom : scene.sboms().cyclonedx()) {
            for (Value component : sbom.get("components").each()) {
                judge(scene, component, "type", COMPONENT_SOURCES, "url", found);
            }
        }
        for (Value sbom : scene.sboms().spdx()) {
            for (Value pkg : sbom.get("packages").each()) {
                judge(scene, pkg, "referenceType", PACKAGE_SOURCES, "referenceLocator", found);
            }
        }
    }

    private static void judge(
            Scene scene, Value pkg, String type, Set<String> sources, String location, Findings found) {
        Value purl = pkg.get("purl");
        if (!purl.startsWith("pkg:maven/") || !pkg.get("name").isDefined()) {
            return;
        }
        Set<Value> repositories = new LinkedHashSet<>();
        for (Value reference : pkg.get("externalRefs").each()) {
            if (reference.get(type).text().filter(sources::contains).isPresent()
                    && reference.get(location).isDefined()) {
                repositories.add(reference.get(location));
            }
        }
        if (repositories.isEmpty()) {
            repositories.add(Value.of(""));
        }
        // upstream writes the URL of the public repository into its rule; here whoever embeds the rule names it
        Value usual = scene.ruleData("default_maven_repository");
        for (Value repository : repositories) {
            Value source = repository.is("") && usual.isText() ? usual : repository;
            if (source.notIn(scene.ruleData(KEY))) {
                found.saying(Template.fill("Package %q (source: %q) is not in the permitted list", purl, source))
                        .about(purl)
                        .report();
            }
        }
    }
}
