package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Package {@code rhtap_multi_ci}: images built by other CI systems have a provenance of the agreed form. */
final class RhtapMultiCiRules {

    private static final String COLLECTIONS = "rhtap-multi-ci rhtap-github rhtap-gitlab rhtap-jenkins redhat_security";
    private static final List<String> SYSTEMS = List.of("jenkins", "github", "gitlab", "azure");
    private static final String PREDICATE = """
            {"type": "object", "required": ["runDetails"], "properties": {"runDetails": {
              "type": "object", "required": ["builder", "metadata"], "properties": {
                "metadata": {"type": "object", "required": ["invocationID"],
                  "properties": {"invocationID": {"type": "string", "minLength": 1}}},
                "builder": {"type": "object", "required": ["id" %s],
                  "properties": {"id": {"type": "string", "minLength": 1} %s}}}}}}
            """;
    private static final Schema ANY_PREDICATE = Schema.of(PREDICATE.formatted("", ""));
    private static final Schema JENKINS_PREDICATE =
            Schema.of(PREDICATE.formatted(", \"version\"", ", \"version\": {\"type\": \"object\"}"));

    /** There is no schema for azure. */
    private static final Map<String, Schema> PREDICATES =
            Map.of("jenkins", JENKINS_PREDICATE, "github", ANY_PREDICATE, "gitlab", ANY_PREDICATE);

    private RhtapMultiCiRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("rhtap_multi_ci.attestation_found")
                        .title("There is a provenance of a known CI system")
                        .message("A SLSA v1.0 provenance with one of the following RHTAP Multi-CI build types was not"
                                + " found: %s.")
                        .collections(COLLECTIONS)
                        .finds(RhtapMultiCiRules::notFound),
                Rule.deny("rhtap_multi_ci.attestation_format")
                        .title("The provenance of the CI system has the agreed form")
                        .message("RHTAP %s attestation problem: %s")
                        .collections(COLLECTIONS)
                        .dependsOn("rhtap_multi_ci.attestation_found")
                        .finds(RhtapMultiCiRules::malformed));
    }

    private static String buildType(String system) {
        return "https://redhat.com/rhtap/slsa-build-types/" + system + "-build/v1";
    }

    private static List<Value> predicates(Scene scene, String system) {
        return scene.attestations().slsaProvenances().stream()
                .map(provenance -> provenance.get("statement"))
                .filter(statement -> statement.get("predicateType").is("https://slsa.dev/provenance/v1"))
                .map(statement -> statement.get("predicate"))
                .filter(predicate ->
                        predicate.get("buildDefinition", "buildType").is(buildType(system)))
                .toList();
    }

    private static void notFound(Scene scene, Findings found) {
        if (SYSTEMS.stream().allMatch(system -> predicates(scene, system).isEmpty())) {
            String types = SYSTEMS.stream()
                    .map(system -> "'" + buildType(system) + "'")
                    .collect(Collectors.joining(", "));
            found.add(Value.of(types));
        }
    }

    private static void malformed(Scene scene, Findings found) {
        PREDICATES.forEach((system, schema) -> {
            for (Value predicate : predicates(scene, system)) {
                DataCheck.problems(predicate, schema)
                        .forEach(problem -> found.add(Value.of(system), Value.of(problem.message())));
            }
        });
    }
}
