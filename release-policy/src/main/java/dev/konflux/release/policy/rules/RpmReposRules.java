package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Package {@code rpm_repos}: RPMs come from known repositories. */
final class RpmReposRules {

    private static final Schema IDS =
            Schema.of("{\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"minItems\": 1}");
    private static final int REPORTED = 10;
    private static final int LEAST_UNREPORTED = 4;

    private RpmReposRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("rpm_repos.rule_data_provided")
                        .title("Known RPM repositories are configured")
                        .message("Rule data '%s' has unexpected format: %s")
                        .collections("redhat redhat_rpms policy_data redhat_security")
                        .finds(RpmReposRules::malformedRuleData),
                Rule.deny("rpm_repos.ids_known")
                        .title("RPMs come from known repositories")
                        .message("RPM repo id check failed: %s")
                        .collections("redhat redhat_rpms redhat_security")
                        .since("2024-11-10")
                        .finds(RpmReposRules::unknownRepositories));
    }

    private static Value knownIds(Scene scene) {
        Value known = scene.ruleData("known_rpm_repositories");
        Value extra = scene.ruleData("extra_rpm_repositories");
        if (!known.isArray() || !extra.isArray()) {
            return known;
        }
        List<Data> ids = new ArrayList<>();
        extra.each().forEach(id -> ids.add(id.data().orElseThrow()));
        known.each().forEach(id -> ids.add(id.data().orElseThrow()));
        return Value.of(DataArray.of(ids));
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        Value key = Value.of("known_rpm_repositories");
        DataCheck.problems(knownIds(scene), IDS)
                .forEach(problem -> found.finding(key, Value.of(problem.message()))
                        .severity(problem.severity())
                        .report());
    }

    private static void unknownRepositories(Scene scene, Findings found) {
        Value known = knownIds(scene);
        if (!DataCheck.problems(known, IDS).isEmpty()) {
            return;
        }
        Set<Value> unnamed = new TreeSet<>();
        Set<Value> unknown = new TreeSet<>();
        for (Value purl : prefetched(scene)) {
            Value id = scene.purl(purl)
                    .map(parsed -> parsed.qualifier("repository_id"))
                    .orElse(Value.UNDEFINED);
            if (!id.isDefined()) {
                unnamed.add(purl);
            } else if (id.notIn(known)) {
                unknown.add(purl);
            }
        }
        report(unnamed, "did not specify a repository_id value in its purl: ", found);
        report(unknown, "specified an unknown or disallowed repository_id: ", found);
    }

    /** The purls of RPMs that were fetched ahead of the build. */
    private static Set<Value> prefetched(Scene scene) {
        Set<Value> purls = new TreeSet<>();
        for (Value sbom : scene.sboms().all()) {
            boolean isCyclonedx = false;
            for (Value component : sbom.get("components").each()) {
                boolean isRpm = Packages.isRpm(component.get("purl"));
                isCyclonedx |= isRpm;
                if (isRpm && Packages.isPrefetchedComponent(component)) {
                    purls.add(component.get("purl"));
                }
            }
            if (!isCyclonedx) {
                sbom.get("packages").each().stream()
                        .filter(Packages::isPrefetchedPackage)
                        .flatMap(pkg -> Packages.managedPurls(pkg).stream())
                        .filter(Packages::isRpm)
                        .forEach(purls::add);
            }
        }
        return purls;
    }

    /** Of very many only the first are reported, with the number of the others. */
    private static void report(Set<Value> purls, String fault, Findings found) {
        int remainder = purls.size() - REPORTED;
        boolean isCut = remainder >= LEAST_UNREPORTED;
        String suffix = isCut ? " (" + remainder + " additional similar violations not separately listed)" : "";
        purls.stream().limit(isCut ? REPORTED : purls.size()).forEach(purl -> {
            String message =
                    "An RPM component in the SBOM " + fault + purl.text().orElseThrow() + suffix;
            found.addAbout(purl, Value.of(message));
        });
    }
}
