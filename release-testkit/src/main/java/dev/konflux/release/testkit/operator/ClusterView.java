package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;
import dev.konflux.release.model.matching.PlansMatch;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunBlueprints.ManagedResources;
import dev.konflux.release.testkit.runs.ServiceSettings;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import dev.konflux.release.testkit.store.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operator looks up, and the words in which a look-up fails. Every failure is an {@link ApiException}. */
public final class ClusterView {

    /** What the operator says about a plan that asks for no admission. */
    static final String NO_TARGET = "no ReleasePlanAdmissions can be found";

    private final ObjectReader cluster;
    private final OperatorSettings settings;
    private @Nullable Answer latest;

    /** A match, and what it was made from. Releases ask the same again and again. */
    private record Answer(ReleasePlan plan, List<DataObject> candidates, Match match) {}

    /** A view of a cluster. */
    public ClusterView(ObjectReader cluster, OperatorSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    ReleasePlan plan(Release release) {
        return ReleasePlan.of(cluster.get(new ObjectKey("ReleasePlan", release.namespace(), release.releasePlan())));
    }

    /** The plan; empty when it is gone. */
    Optional<ReleasePlan> findPlan(Release release) {
        return cluster.find(new ObjectKey("ReleasePlan", release.namespace(), release.releasePlan()))
                .map(ReleasePlan::of);
    }

    /** The admission of a plan, blocked or not. */
    public ReleasePlanAdmission matchingAdmission(ReleasePlan plan) {
        Match match = match(plan);
        return match.findMatching().orElseThrow(() -> refusal(match));
    }

    /** The admission of a plan, unless it is blocked. */
    public ReleasePlanAdmission activeAdmission(ReleasePlan plan) {
        Match match = match(plan);
        return match.findActive().orElseThrow(() -> refusal(match));
    }

    private Match match(ReleasePlan plan) {
        List<DataObject> candidates = candidates(plan);
        Answer known = latest;
        if (known == null || !known.plan().equals(plan) || !known.candidates().equals(candidates)) {
            known = new Answer(plan, candidates, match(plan, candidates));
            latest = known;
        }
        return known.match();
    }

    private static Match match(ReleasePlan plan, List<DataObject> candidates) {
        return Matching.in(candidates.stream().map(ReleasePlanAdmission::of).toList())
                .of(plan);
    }

    private List<DataObject> candidates(ReleasePlan plan) {
        String target = plan.target().orElse("");
        Optional<String> pinned = plan.releasePlanAdmission();
        if (pinned.isPresent()) {
            return List.of(cluster.get(new ObjectKey("ReleasePlanAdmission", target, pinned.get())));
        }
        return target.isEmpty() ? List.of() : cluster.list("ReleasePlanAdmission", Selection.in(target));
    }

    private static ApiException refusal(Match match) {
        return new ApiException(ApiError.of(0, "", match.message()));
    }

    ReleasePlanAdmission activeAdmission(Release release) {
        return activeAdmission(plan(release));
    }

    /** The plans of an admission, by name. */
    public List<ReleasePlan> matchingPlans(ReleasePlanAdmission admission) {
        PlansMatch match = Matching.in(candidates(admission)).of(admission);
        if (!match.message().isEmpty()) {
            throw new ApiException(ApiError.of(0, "", match.message()));
        }
        return match.plans();
    }

    private List<ReleasePlan> candidates(ReleasePlanAdmission admission) {
        if (admission.origin().isEmpty()) {
            return List.of();
        }
        Selection all = Selection.in(admission.origin());
        List<DataObject> pinned =
                cluster.list("ReleasePlan", all.and(MetadataKeys.RELEASE_PLAN_ADMISSION, admission.name()));
        boolean anyPinned = pinned.stream()
                .anyMatch(plan -> plan.findText("spec", "target")
                        .filter(admission.namespace()::equals)
                        .isPresent());
        List<DataObject> plans = anyPinned ? pinned : cluster.list("ReleasePlan", all);
        return plans.stream().map(ReleasePlan::of).toList();
    }

    Snapshot snapshot(Release release) {
        return Snapshot.of(cluster.get(new ObjectKey("Snapshot", release.namespace(), release.snapshot())));
    }

    /** The configuration; empty when there is none. */
    Optional<DataObject> serviceConfig() {
        return cluster.find(new ObjectKey("ReleaseServiceConfig", settings.serviceNamespace(), ServiceSettings.NAME));
    }

    /** Everything a managed run is made from. */
    ManagedResources managedResources(Release release) {
        ReleasePlan plan = plan(release);
        ReleasePlanAdmission admission = activeAdmission(release);
        int slash = settings.policyDefaults().indexOf('/');
        DataObject defaults =
                slash < 0 ? DataObject.empty() : cluster.get(ObjectKey.parse("ConfigMap", settings.policyDefaults()));
        DataObject policy =
                cluster.get(new ObjectKey("EnterpriseContractPolicy", admission.namespace(), admission.policy()));
        return new ManagedResources(plan, admission, defaults, EnterpriseContractPolicy.of(policy), snapshot(release));
    }

    /** The release's run of a phase; of several the first by name. */
    Optional<DataObject> findRun(Release release, Phase phase) {
        return cluster.list("PipelineRun", Selection.labelled(runLabels(release, phase))).stream()
                .findFirst();
    }

    /** The release's managed run of one try. */
    Optional<DataObject> findAttempt(Release release, int attempt) {
        Selection runs = Selection.labelled(runLabels(release, Phase.MANAGED))
                .and(MetadataKeys.ATTEMPT, Integer.toString(attempt));
        return cluster.list("PipelineRun", runs).stream().findFirst();
    }

    private static Map<String, String> runLabels(Release release, Phase phase) {
        return ImmutableMap.of(
                MetadataKeys.RELEASE_NAME, release.name(),
                MetadataKeys.RELEASE_NAMESPACE, release.namespace(),
                MetadataKeys.PIPELINE_TYPE, phase.runType());
    }

    /** The task runs of a run; none when they cannot be listed, which the operator only logs. */
    List<DataObject> taskRuns(DataObject run) {
        ObjectKey key = ObjectKey.of(run);
        try {
            return cluster.list("TaskRun", Selection.in(key.namespace()).and("tekton.dev/pipelineRun", key.name()));
        } catch (ApiException failed) {
            return List.of();
        }
    }

    /** A recorded role binding that still exists; a reference that is none counts as absent. */
    Optional<DataObject> findBinding(Optional<String> reference) {
        return reference
                .filter(text -> text.indexOf('/') >= 0 && text.indexOf('/') == text.lastIndexOf('/'))
                .flatMap(text -> find(ObjectKey.parse("RoleBinding", text)));
    }

    Optional<DataObject> find(ObjectKey key) {
        try {
            return cluster.find(key);
        } catch (ApiException failed) {
            if (failed.error().isNotFound()) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * The release before this one: the latest of the same plan that is not younger, has another snapshot and has not failed. It need not
     * have succeeded, nor begun.
     */
    public Optional<Release> previousRelease(Release release) {
        ObjectKey plan = new ObjectKey("ReleasePlan", release.namespace(), release.releasePlan());
        Instant created = release.creationTimestamp().orElse(Instant.EPOCH);
        return cluster.findNewestRelease(plan, created, document -> mayPrecede(Release.of(document), release))
                .map(Release::of);
    }

    private static boolean mayPrecede(Release candidate, Release release) {
        return !candidate.name().equals(release.name())
                && !candidate.snapshot().equals(release.snapshot())
                && !new ReleaseState(candidate.document()).isFailed();
    }
}
