package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Attestations.NamedResult;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Package {@code test}: the tests of the build pipeline passed. */
final class TestRules {

    private static final String FOUND = "test.test_data_found";
    private static final Schema OUTCOMES = DataCheck.someOf("SUCCESS", "FAILURE", "WARNING", "SKIPPED", "ERROR");

    private TestRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("test.no_failed_informative_tests")
                        .title("No informative test failed")
                        .message("The Task %q from the build Pipeline reports a failed informative test")
                        .collections("redhat")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> failed(scene, true, found)),
                Rule.warn("test.no_test_warnings")
                        .title("No test warns")
                        .message("The Task %q from the build Pipeline reports a test contains warnings")
                        .collections("redhat")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> report(resulted(scene, "warned_tests_results", "warnings"), found)),
                Rule.deny(FOUND)
                        .title("There are test results")
                        .message("No test data found")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TestRules::noTests),
                Rule.deny("test.test_results_found")
                        .title("Every test has a result")
                        .message("Found tests without results")
                        .collections("redhat redhat_security")
                        .dependsOn(FOUND)
                        .finds(TestRules::withoutResult),
                Rule.deny("test.test_results_known")
                        .title("Test results are known ones")
                        .message("The Task %q from the build Pipeline has an unsupported test result %q")
                        .collections("redhat redhat_security")
                        .dependsOn(FOUND)
                        .finds(TestRules::unknownResult),
                Rule.deny("test.no_failed_tests")
                        .title("No test failed")
                        .message("The Task %q from the build Pipeline reports a failed test")
                        .collections("redhat redhat_security")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> failed(scene, false, found)),
                Rule.deny("test.no_erred_tests")
                        .title("No test erred")
                        .message("The Task %q from the build Pipeline reports a test erred")
                        .collections("redhat redhat_security")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> report(resulted(scene, "erred_tests_results", "n/a"), found)),
                Rule.deny("test.no_skipped_tests")
                        .title("No test was skipped")
                        .message("The Task %q from the build Pipeline reports a test was skipped")
                        .collections("redhat redhat_security")
                        .since("2023-12-08")
                        .dependsOn(FOUND)
                        .finds((scene, found) -> report(resulted(scene, "skipped_tests_results", "n/a"), found)),
                Rule.deny("test.rule_data_provided")
                        .title("Test outcomes are configured in the right form")
                        .message("%s")
                        .collections("redhat policy_data redhat_security")
                        .finds(TestRules::malformedRuleData),
                Rule.deny("test.test_all_images")
                        .title("Tests looked at the image")
                        .message("Test '%s' did not process image with digest '%s'.")
                        .collections("redhat redhat_security")
                        .since("2024-05-29")
                        .finds(TestRules::imageNotTested));
    }

    private static List<NamedResult> tests(Scene scene) {
        return scene.attestations().resultsNamed("TEST_OUTPUT");
    }

    private static void report(Set<Value> tasks, Findings found) {
        tasks.forEach(task -> found.addAbout(task, task));
    }

    private static void failed(Scene scene, boolean informative, Findings found) {
        for (Value task : resulted(scene, "failed_tests_results", "failures")) {
            if (task.in(scene.ruleData("informative_tests")) == informative) {
                found.addAbout(task, task);
            }
        }
    }

    /** The tasks whose test has one of those results, or counts something of the kind. */
    private static Set<Value> resulted(Scene scene, String results, String counter) {
        Set<Value> tasks = new LinkedHashSet<>();
        for (NamedResult test : tests(scene)) {
            Value count = test.value().get(counter);
            if (test.value().get("result").in(scene.ruleData(results)) || count.compareTo(Value.of(0)) > 0) {
                tasks.add(test.task());
            }
        }
        return tasks;
    }

    private static void noTests(Scene scene, Findings found) {
        if (!scene.attestations().pipelineRuns().isEmpty() && tests(scene).isEmpty()) {
            found.add();
        }
    }

    private static void withoutResult(Scene scene, Findings found) {
        if (!tests(scene).stream().allMatch(test -> test.value().get("result").isDefined())) {
            found.add();
        }
    }

    private static void unknownResult(Scene scene, Findings found) {
        for (NamedResult test : tests(scene)) {
            Value result = test.value().get("result");
            if (result.notIn(scene.ruleData("supported_tests_results"))) {
                found.addAbout(test.task(), test.task(), result);
            }
        }
    }

    /** Tasks that ran for each architecture share what they processed. */
    private static void imageNotTested(Scene scene, Findings found) {
        Value digest = ImageReference.digestOf(scene.image());
        List<NamedResult> processed = scene.attestations().resultsNamed("IMAGES_PROCESSED");
        for (NamedResult one : processed) {
            List<Value> digests = new ArrayList<>();
            for (NamedResult other : processed) {
                if (other.task().equals(one.task()) && other.bundle().isDefined()) {
                    digests.addAll(other.value().get("image", "digests").each());
                }
            }
            if (!digests.contains(digest)) {
                found.addAbout(one.task(), one.task(), digest);
            }
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        for (String kind : List.of("supported", "failed", "erred", "skipped", "warned")) {
            DataCheck.ruleData(scene, kind + "_tests_results", OUTCOMES, found);
        }
        DataCheck.ruleData(scene, "informative_tests", DataCheck.TEXTS, found);
    }
}
