package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import java.util.Map;
import java.util.stream.Stream;

/** A condition on the results of earlier tasks, under which a task runs. */
@FunctionalInterface
interface RunCondition {

    /** The conditions by the words of the graphs. */
    Map<String, RunCondition> BY_WORD = ImmutableMap.<String, RunCondition>builder()
            .put("unreleased", RunCondition::isUnreleased)
            .put("mapped", results -> isTrue(results, "apply-mapping", "mapped"))
            .put("production", RunCondition::isForProduction)
            .put("cosign-secret", results -> isSet(results, "collect-task-params", "sign.cosignSecretName"))
            .put("keyless-signing", results -> isTrue(results, "collect-signing-params", "enableKeylessSigning"))
            .put("atlas", results -> isSet(results, "collect-tpa-params", "atlas.server"))
            .put("public-repositories", results -> isSet(results, "collect-registry-token-secret", "registrySecret"))
            .put("index-published", results -> isTrue(results, "prepare-fbc-parameters", "mustPublishIndexImage"))
            .put("index-signed", results -> isTrue(results, "prepare-fbc-parameters", "mustSignIndexImage"))
            .buildOrThrow();

    boolean holds(TaskResults results);

    /** Holds when both do. */
    default RunCondition and(RunCondition other) {
        return results -> holds(results) && other.holds(results);
    }

    private static boolean isUnreleased(TaskResults results) {
        return Stream.of(
                        "filter-already-released-advisory-images",
                        "filter-already-released-images",
                        "filter-published-fbc-images")
                .flatMap(filter -> results.find(filter, "skip_release").stream())
                .anyMatch("false"::equals);
    }

    private static boolean isForProduction(TaskResults results) {
        return results.find("filter-already-released-advisory-images", "environment")
                .filter(ReleaseEnvironment.PRODUCTION.word()::equals)
                .isPresent();
    }

    private static boolean isTrue(TaskResults results, String task, String name) {
        return results.find(task, name).filter("true"::equalsIgnoreCase).isPresent();
    }

    private static boolean isSet(TaskResults results, String task, String name) {
        return results.find(task, name).filter(text -> !text.isEmpty()).isPresent();
    }
}
