package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.policy.notions.InTotoStatements;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Set;

/** Package {@code test_attestation}: the tests attested for the image passed. */
final class TestAttestationRules {

    private static final String PREDICATE = "https://in-toto.io/attestation/test-result/v0.1";
    private static final String INFORMATIVE = "informative_test_attestations";
    private static final Schema OUTCOMES = DataCheck.someOf("PASSED", "FAILED", "WARNED", "ERROR", "SKIPPED");

    private TestAttestationRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("test_attestation.no_failed_informative_test_attestations")
                        .title("No informative test is attested to have failed")
                        .message("Informative test attestation %q has a failed result, failures: %s")
                        .collections("redhat")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds((scene, found) -> failed(scene, true, found)),
                Rule.warn("test_attestation.no_test_warnings")
                        .title("No test is attested to warn")
                        .message("Test attestation %q has warnings, warnings: %s")
                        .collections("redhat")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TestAttestationRules::warned),
                Rule.deny("test_attestation.no_failed_tests")
                        .title("No test is attested to have failed")
                        .message("Test attestation %q has a failed result, failures: %s")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds((scene, found) -> failed(scene, false, found)),
                Rule.deny("test_attestation.test_result_known")
                        .title("Attested test results are known ones")
                        .message("Test attestation %q has an unsupported result value %q")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TestAttestationRules::unknownResult),
                Rule.deny("test_attestation.test_data_found")
                        .title("Every attested test has a result")
                        .message("Test attestation %q is missing the required result field")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TestAttestationRules::withoutResult),
                Rule.deny("test_attestation.no_erred_test_attestations")
                        .title("No test is attested to have erred")
                        .message("Test attestation %q has an erred result")
                        .collections("redhat")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds((scene, found) -> resulted(scene, "erred_test_attestation_results", found)),
                Rule.deny("test_attestation.no_skipped_test_attestations")
                        .title("No test is attested to have been skipped")
                        .message("Test attestation %q has a skipped result")
                        .collections("redhat")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds((scene, found) -> resulted(scene, "skipped_test_attestation_results", found)),
                Rule.deny("test_attestation.subject_mismatch")
                        .title("Attested tests are about the image")
                        .message("Test attestation %q subject does not match image digest %q")
                        .collections("redhat")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TestAttestationRules::otherSubject),
                Rule.deny("test_attestation.rule_data_provided")
                        .title("Attested test outcomes are configured in the right form")
                        .message("%s")
                        .collections("redhat policy_data")
                        .finds(TestAttestationRules::malformedRuleData));
    }

    private static Set<Value> tests(Scene scene) {
        return new InTotoStatements(scene).withPredicate(PREDICATE);
    }

    private static Value name(Value test) {
        Value configuration = test.get("predicate", "configuration");
        return configuration.at(Value.of(0)).get("name").orElse(Value.of("unknown test"));
    }

    private static boolean counts(Value test, String counter) {
        Value count = test.get("predicate", counter);
        return count.number().isPresent() && count.compareTo(Value.of(0)) > 0;
    }

    private static boolean has(Scene scene, Value test, String results, String counter) {
        return test.get("predicate", "result").in(scene.ruleData(results)) || counts(test, counter);
    }

    private static Value detail(Value test, String counter) {
        Value count = test.get("predicate", counter);
        boolean isCount = counts(test, counter)
                && count.number().filter(DataNumber::isFinite).isPresent();
        return isCount ? Template.fill("%d", count) : Value.of("0");
    }

    private static void failed(Scene scene, boolean informative, Findings found) {
        for (Value test : tests(scene)) {
            if (has(scene, test, "failed_test_attestation_results", "failures")
                    && name(test).in(scene.ruleData(INFORMATIVE)) == informative) {
                found.addAbout(name(test), name(test), detail(test, "failures"));
            }
        }
    }

    private static void warned(Scene scene, Findings found) {
        for (Value test : tests(scene)) {
            if (has(scene, test, "warned_test_attestation_results", "warnings")) {
                found.addAbout(name(test), name(test), detail(test, "warnings"));
            }
        }
    }

    private static void resulted(Scene scene, String results, Findings found) {
        for (Value test : tests(scene)) {
            if (has(scene, test, results, "n/a")) {
                found.addAbout(name(test), name(test));
            }
        }
    }

    private static void unknownResult(Scene scene, Findings found) {
        for (Value test : tests(scene)) {
            Value result = test.get("predicate", "result");
            if (result.isTrue() && result.notIn(scene.ruleData("supported_test_attestation_results"))) {
                found.addAbout(name(test), name(test), result);
            }
        }
    }

    private static void withoutResult(Scene scene, Findings found) {
        for (Value test : tests(scene)) {
            if (!test.get("predicate", "result").isTrue()) {
                found.addAbout(name(test), name(test));
            }
        }
    }

    private static void otherSubject(Scene scene, Findings found) {
        Value digest = ImageReference.digestOf(scene.image());
        if (!digest.isFilled()) {
            return;
        }
        for (Value test : tests(scene)) {
            boolean matches = test.get("subject").each().stream()
                    .anyMatch(subject -> InTotoStatements.digests(subject).contains(digest));
            if (!matches) {
                found.addAbout(name(test), name(test), digest);
            }
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        for (String kind : List.of("supported", "failed", "erred", "skipped", "warned")) {
            DataCheck.ruleData(scene, kind + "_test_attestation_results", OUTCOMES, found);
        }
        DataCheck.ruleData(scene, INFORMATIVE, DataCheck.TEXTS, found);
    }
}
