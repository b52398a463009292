package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.policy.PolicyRule;
import java.util.Collection;
import java.util.Map;

/** What tasks do, by the words of the graphs. */
final class TaskWorks {

    private final Map<String, TaskWork> works;

    /** The tasks; the policy is judged by these rules. */
    TaskWorks(Collection<? extends PolicyRule> rules) {
        this.works = ImmutableMap.<String, TaskWork>builder()
                .put("verify-access-to-resources", DataTasks::verifyAccess)
                .put("collect-data", DataTasks::collectData)
                .put("extract-requester-from-release", DataTasks::extractRequester)
                .put("reduce-snapshot", DataTasks::reduceSnapshot)
                .put("update-cr-status", DataTasks::updateStatus)
                .put("collect-task-params", ParameterTasks::collectTaskParams)
                .put("collect-signing-params", ParameterTasks::collectSigningParams)
                .put("collect-tpa-params", ParameterTasks::collectTpaParams)
                .put("collect-registry-token-secret", ParameterTasks::collectRegistryTokenSecret)
                .put("apply-mapping", MappingTasks::applyMapping)
                .put("apply-mapping-for-advisory", MappingTasks::applyMappingForAdvisory)
                .put("filter-already-released-advisory-images", MappingTasks::filterByAdvisories)
                .put("filter-already-released-images", MappingTasks::filterByRegistry)
                .put("check-labels", MappingTasks::checkLabels)
                .put("verify-conforma", new PolicyTasks(rules)::verifyConforma)
                .put("populate-release-notes", NotesTasks::populate)
                .put("embargo-check", NotesTasks::checkEmbargo)
                .put("set-advisory-severity", NotesTasks::setSeverity)
                .put("publish-pyxis-repository", PyxisTasks::publishRepositories)
                .put("create-pyxis-image", PyxisTasks::createImages)
                .put("push-rpm-data-to-pyxis", PyxisTasks::pushRpmData)
                .put("run-file-updates", PyxisTasks::updateFiles)
                .put("rh-sign-image", SigningTasks::signImages)
                .put("rh-sign-image-cosign", SigningTasks::cosign)
                .put("sign-image-cosign-keyless", SigningTasks::cosignKeyless)
                .put("push-snapshot", ImageTasks::pushSnapshot)
                .put("make-repo-public", RepositoryVisibility::makePublic)
                .put("process-component-sbom", ImageTasks::storeSboms)
                .put("process-product-sbom", ImageTasks::storeProductSbom)
                .put("create-advisory", AdvisoryTasks::create)
                .put("close-advisory-issues", AdvisoryTasks::closeIssues)
                .put("filter-published-fbc-images", FragmentTasks::filterPublished)
                .put("prepare-fbc-parameters", FragmentTasks::prepareParameters)
                .put("prepare-fbc-snapshot", FragmentTasks::prepareSnapshot)
                .put("add-fbc-contribution-to-index-image", IndexTasks::addToIndex)
                .put("sign-index-image", IndexTasks::sign)
                .put("collect-index-images", IndexTasks::collect)
                .put("extract-index-image", IndexTasks::extract)
                .put("publish-index-image", IndexTasks::publish)
                .put("run-collectors", CollectorTasks::run)
                .put("save-collectors-results", CollectorTasks::save)
                .put("push-below-repository", TenantTasks::pushBelowRepository)
                .buildOrThrow();
    }

    /** What a word of a pipeline's graph means; the data keys that are checked depend on the pipeline. */
    TaskWork named(String word, String pipeline) {
        if (word.equals("check-data-keys")) {
            return DataTasks.checkDataKeys(RequiredSystems.ofPipeline(pipeline).orElse(RequiredSystems.none()));
        }
        TaskWork work = works.get(word);
        if (work == null) {
            throw new IllegalArgumentException("pipeline " + pipeline + ": no task can do '" + word + "'");
        }
        return work;
    }
}
