package dev.konflux.release.testkit.pipelines;

import static dev.konflux.release.testkit.pipelines.PipelineTask.named;

import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.testkit.pipelines.PipelineTask.When;
import java.time.Duration;
import java.util.Collection;

/** The graphs of the managed pipelines, as section 12 of the reference on release data tells them. */
final class ManagedGraphs {

    private static final Duration LONG = Duration.ofMinutes(8);

    private ManagedGraphs() {}

    private static When releases(String filter) {
        return results ->
                results.find(filter, "skip_release").filter("false"::equals).isPresent();
    }

    private static RequiredSystems systems(String pipeline) {
        return RequiredSystems.ofPipeline(pipeline).orElse(RequiredSystems.none());
    }

    /** How pipelines begin that check the data keys at once: nothing waits for that check but the pipeline's end. */
    private static TaskGraph collecting(String pipeline) {
        return TaskGraph.of(
                pipeline,
                named("verify-access-to-resources", DataTasks::verifyAccess),
                named("collect-data", DataTasks::collectData).after("verify-access-to-resources"),
                named("collect-task-params", DataTasks::collectTaskParams)
                        .after("collect-data")
                        .on("collect-data"),
                named("check-data-keys", DataTasks.checkDataKeys(systems(pipeline)))
                        .after("collect-data")
                        .on("collect-data"));
    }

    /** Images for customers, with an advisory. Publishing repositories does not wait for the policy; signing, and so pushing, does. */
    static TaskGraph rhAdvisories(Collection<? extends PolicyRule> rules) {
        String filter = "filter-already-released-advisory-images";
        When needed = releases(filter);
        When pushes = results -> needed.holds(results)
                && results.find("apply-mapping", "mapped")
                        .filter("true"::equals)
                        .isPresent();
        When production = results -> needed.holds(results)
                && !results.archiveOf("populate-release-notes")
                        .data()
                        .findText("pyxis", "server")
                        .orElse("production")
                        .startsWith("stage");
        return TaskGraph.of(
                "rh-advisories",
                named("verify-access-to-resources", DataTasks::verifyAccess),
                named("collect-data", DataTasks::collectData).after("verify-access-to-resources"),
                named("extract-requester-from-release", DataTasks::extractRequester)
                        .after("verify-access-to-resources"),
                named("reduce-snapshot", DataTasks::reduceSnapshot)
                        .after("collect-data")
                        .on("collect-data"),
                named("apply-mapping", MappingTasks::applyMappingForAdvisory)
                        .after("reduce-snapshot")
                        .on("reduce-snapshot"),
                named(filter, MappingTasks::filterByAdvisories)
                        .after("apply-mapping")
                        .on("apply-mapping"),
                named("collect-task-params", DataTasks::collectTaskParams)
                        .after("collect-data", filter)
                        .on("collect-data")
                        .when(needed),
                named("check-labels", MappingTasks::checkLabels)
                        .after("apply-mapping", "collect-task-params", filter)
                        .on(filter)
                        .when(needed),
                named("verify-conforma", new PolicyTasks(rules)::verifyConforma)
                        .after(filter, "collect-task-params", "check-labels")
                        .on(filter)
                        .when(needed)
                        .taking(LONG),
                named("populate-release-notes", NotesTasks::populate)
                        .after(filter)
                        .on(filter)
                        .when(needed),
                named("check-data-keys", DataTasks.checkDataKeys(systems("rh-advisories")))
                        .after("populate-release-notes")
                        .on("populate-release-notes")
                        .when(needed),
                named("embargo-check", NotesTasks::checkEmbargo)
                        .after("check-data-keys", "populate-release-notes")
                        .on("populate-release-notes")
                        .when(needed),
                named("publish-pyxis-repository", PyxisTasks::publishRepositories)
                        .after("collect-task-params", "apply-mapping")
                        .on(filter)
                        .when(needed),
                named("rh-sign-image", ImageTasks::signImages)
                        .after(
                                "embargo-check",
                                "verify-conforma",
                                "publish-pyxis-repository",
                                "extract-requester-from-release",
                                "collect-task-params")
                        .on("publish-pyxis-repository")
                        .when(needed)
                        .taking(LONG),
                named("push-snapshot", ImageTasks::pushSnapshot)
                        .after("rh-sign-image")
                        .on(filter)
                        .when(pushes)
                        .taking(LONG),
                named("create-pyxis-image", PyxisTasks::createImages)
                        .after("push-snapshot", "collect-task-params")
                        .on("populate-release-notes")
                        .when(needed),
                named("push-rpm-data-to-pyxis", PyxisTasks::pushRpmData)
                        .after("create-pyxis-image", "collect-task-params")
                        .on("create-pyxis-image")
                        .when(needed),
                named("set-advisory-severity", NotesTasks::setSeverity)
                        .after("populate-release-notes", "embargo-check", "push-snapshot")
                        .on("embargo-check")
                        .when(needed),
                named("process-component-sbom", ImageTasks::storeSboms)
                        .after("collect-data", "apply-mapping", "push-snapshot")
                        .on(filter)
                        .when(needed),
                named("run-file-updates", PyxisTasks::updateFiles)
                        .after("push-rpm-data-to-pyxis")
                        .on(filter)
                        .when(needed),
                named("create-advisory", AdvisoryTasks::create)
                        .after(
                                "check-data-keys",
                                "embargo-check",
                                "push-rpm-data-to-pyxis",
                                "run-file-updates",
                                "rh-sign-image",
                                "set-advisory-severity")
                        .on("set-advisory-severity")
                        .when(needed),
                named("close-advisory-issues", AdvisoryTasks::closeIssues)
                        .after("create-advisory")
                        .on("populate-release-notes")
                        .when(production),
                named(
                                "update-cr-status",
                                DataTasks.updateStatus("publish-pyxis-repository", "push-snapshot", "create-advisory"))
                        .after("create-advisory")
                        .when(needed));
    }

    /** Images for customers, without an advisory. */
    static TaskGraph rhPushToRegistry(Collection<? extends PolicyRule> rules) {
        return collecting("rh-push-to-registry-redhat-io")
                .then(
                        named("extract-requester-from-release", DataTasks::extractRequester)
                                .after("verify-access-to-resources"),
                        named("reduce-snapshot", DataTasks::reduceSnapshot)
                                .after("collect-data")
                                .on("collect-data"),
                        named("apply-mapping", MappingTasks::applyMapping)
                                .after("reduce-snapshot")
                                .on("reduce-snapshot"),
                        named("verify-conforma", new PolicyTasks(rules)::verifyConforma)
                                .after("apply-mapping", "collect-task-params")
                                .on("apply-mapping")
                                .taking(LONG),
                        named("publish-pyxis-repository", PyxisTasks::publishRepositories)
                                .after("collect-task-params", "apply-mapping")
                                .on("apply-mapping"),
                        named("rh-sign-image", ImageTasks::signImages)
                                .after("verify-conforma", "publish-pyxis-repository", "extract-requester-from-release")
                                .on("apply-mapping")
                                .taking(LONG),
                        named("push-snapshot", ImageTasks::pushSnapshot)
                                .after("rh-sign-image")
                                .on("apply-mapping")
                                .when(ManagedGraphs::isMapped)
                                .taking(LONG),
                        named("create-pyxis-image", PyxisTasks::createImages)
                                .after("push-snapshot")
                                .on("apply-mapping"),
                        named("push-rpm-data-to-pyxis", PyxisTasks::pushRpmData)
                                .after("create-pyxis-image")
                                .on("create-pyxis-image"),
                        named("run-file-updates", PyxisTasks::updateFiles)
                                .after("push-rpm-data-to-pyxis")
                                .on("apply-mapping"),
                        named("update-cr-status", DataTasks.updateStatus("publish-pyxis-repository", "push-snapshot"))
                                .after("run-file-updates"));
    }

    private static boolean isMapped(TaskResults results) {
        return results.find("apply-mapping", "mapped").filter("true"::equals).isPresent();
    }

    /** Images for anybody. */
    static TaskGraph pushToExternalRegistry(Collection<? extends PolicyRule> rules) {
        String filter = "filter-already-released-images";
        When needed = releases(filter);
        return collecting("push-to-external-registry")
                .then(
                        named("reduce-snapshot", DataTasks::reduceSnapshot)
                                .after("collect-data")
                                .on("collect-data"),
                        named("apply-mapping", MappingTasks::applyMapping)
                                .after("reduce-snapshot")
                                .on("reduce-snapshot"),
                        named(filter, MappingTasks::filterByRegistry)
                                .after("apply-mapping")
                                .on("apply-mapping"),
                        named("verify-conforma", new PolicyTasks(rules)::verifyConforma)
                                .after(filter, "collect-task-params")
                                .on(filter)
                                .when(needed)
                                .taking(LONG),
                        named("push-snapshot", ImageTasks::pushSnapshot)
                                .after("verify-conforma")
                                .on(filter)
                                .when(results -> needed.holds(results) && isMapped(results))
                                .taking(LONG),
                        named("update-cr-status", DataTasks.updateStatus("push-snapshot"))
                                .after("push-snapshot"));
    }

    /** Fragments of operator catalogs, which end in an index image. */
    static TaskGraph fbcRelease(Collection<? extends PolicyRule> rules) {
        return collecting("fbc-release")
                .then(
                        named("verify-conforma", new PolicyTasks(rules)::verifyConforma)
                                .after("collect-data", "collect-task-params")
                                .on("collect-data")
                                .taking(LONG),
                        named("prepare-fbc-parameters", IndexTasks::prepare)
                                .after("verify-conforma")
                                .on("collect-data"),
                        named("add-fbc-contribution-to-index-image", IndexTasks::addToIndex)
                                .after("prepare-fbc-parameters")
                                .on("collect-data")
                                .taking(LONG),
                        named("sign-index-image", IndexTasks::sign)
                                .after("add-fbc-contribution-to-index-image")
                                .on("collect-data")
                                .when(results -> IndexTasks.isAsked(results, "mustSignIndexImage")),
                        named("publish-index-image", IndexTasks::publish)
                                .after("sign-index-image")
                                .on("collect-data")
                                .when(results -> IndexTasks.isAsked(results, "mustPublishIndexImage")),
                        named("update-cr-status", DataTasks.updateStatus("add-fbc-contribution-to-index-image"))
                                .after("publish-index-image"));
    }
}
