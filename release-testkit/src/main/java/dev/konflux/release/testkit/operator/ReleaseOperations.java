package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunBlueprints;
import dev.konflux.release.testkit.runs.ServiceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operator does with a release, one operation after the other. The order is part of its behaviour. */
final class ReleaseOperations {

    static final List<Operation> IN_ORDER = ImmutableList.of(
            ReleaseOperations::finalizersAreCalled,
            ReleaseOperations::configIsLoaded,
            ReleaseOperations::collectorsResourcesAreCleanedUp,
            ReleaseOperations::processingResourcesAreCleanedUp,
            ReleaseOperations::releaseIsRunning,
            Validity::releaseIsValid,
            ReleaseOperations::applicationMetadataIsSet,
            ReleaseOperations::finalizerIsAdded,
            ReleaseOperations::expirationTimeIsAdded,
            CollectorsOperations::tenantCollectorsAreProcessed,
            view -> Tracking.isTracked(Phase.TENANT_COLLECTORS, view),
            CollectorsOperations::managedCollectorsAreProcessed,
            view -> Tracking.isTracked(Phase.MANAGED_COLLECTORS, view),
            TenantOperations::tenantPipelineIsProcessed,
            view -> Tracking.isTracked(Phase.TENANT, view),
            ManagedOperations::managedPipelineIsProcessed,
            ManagedOperations::managedPipelineIsTracked,
            ManagedOperations::managedPipelineIsCompleted,
            TenantOperations::finalPipelineIsProcessed,
            view -> Tracking.isTracked(Phase.FINAL, view),
            ReleaseOperations::releaseIsCompleted);

    /** Absurd numbers of days wrap around, as they do in the operator. */
    private static final long NANOS_A_DAY = Duration.ofDays(1).toNanos();

    private static final String NO_NAMESPACE = "SERVICE_NAMESPACE env var not set";
    private static final List<String> INHERITED =
            ImmutableList.of("pac.test.appstudio.openshift.io", "appstudio.openshift.io");

    private ReleaseOperations() {}

    private static Effect finalizersAreCalled(ReleaseView view) {
        if (view.release().deletionTimestamp().isEmpty()) {
            return Effect.proceed();
        }
        return finalizers(view).contains(Data.of(RunBlueprints.FINALIZER))
                ? new Effect.CleanUp(
                        List.of(
                                Phase.MANAGED_COLLECTORS,
                                Phase.TENANT_COLLECTORS,
                                Phase.TENANT,
                                Phase.MANAGED,
                                Phase.FINAL),
                        true,
                        true)
                : Effect.stop();
    }

    private static List<Data> finalizers(ReleaseView view) {
        return view.state().document().items("metadata", "finalizers");
    }

    private static Effect configIsLoaded(ReleaseView view) {
        String namespace = view.settings().serviceNamespace();
        if (namespace.isEmpty()) {
            // Not releasing yet, so the release itself does not fail: only the verdict is written.
            return new Effect.WriteStatus(view.state().validationFailed(NO_NAMESPACE, view.now()), false);
        }
        return new Effect.Configure(
                new ServiceSettings(namespace, view.cluster().serviceConfig()));
    }

    private static Effect collectorsResourcesAreCleanedUp(ReleaseView view) {
        boolean over = view.state().hasFinished(Phase.TENANT_COLLECTORS)
                && view.state().hasFinished(Phase.MANAGED_COLLECTORS);
        return over
                ? new Effect.CleanUp(List.of(Phase.TENANT_COLLECTORS, Phase.MANAGED_COLLECTORS), false, true)
                : Effect.proceed();
    }

    private static Effect processingResourcesAreCleanedUp(ReleaseView view) {
        List<Phase> over = new ArrayList<>();
        List<Phase> phases = List.of(Phase.TENANT, Phase.MANAGED, Phase.FINAL);
        for (Phase phase : phases) {
            if (!view.state().hasFinished(phase)) {
                break;
            }
            over.add(phase);
        }
        // Failures are only looked at once all three are over.
        return over.isEmpty() ? Effect.proceed() : new Effect.CleanUp(over, false, over.size() == phases.size());
    }

    private static Effect releaseIsRunning(ReleaseView view) {
        ReleaseState state = view.state();
        if (state.progress().isFinished()) {
            return state.haveAllPhasesFinished() ? Effect.stop() : Effect.proceed();
        }
        return state.isReleasing() ? Effect.proceed() : Effect.write(state.releasing(view.now()));
    }

    private static Effect applicationMetadataIsSet(ReleaseView view) {
        Snapshot snapshot = view.cluster().snapshot(view.release());
        ReleaseState changed = view.state();
        for (String field : List.of("labels", "annotations")) {
            DataObject entries =
                    snapshot.document().findObject("metadata", field).orElse(DataObject.empty());
            for (var entry : entries.members().entrySet()) {
                if (INHERITED.stream().anyMatch(entry.getKey()::startsWith)) {
                    changed = changed.with(entry.getValue(), "metadata", field, entry.getKey());
                }
            }
        }
        return new Effect.WriteMetadata(changed, true, true);
    }

    private static Effect finalizerIsAdded(ReleaseView view) {
        List<Data> finalizers = finalizers(view);
        if (finalizers.contains(Data.of(RunBlueprints.FINALIZER))) {
            return Effect.proceed();
        }
        List<Data> more = new ArrayList<>(finalizers);
        more.add(Data.of(RunBlueprints.FINALIZER));
        return new Effect.WriteMetadata(view.state().with(DataArray.of(more), "metadata", "finalizers"), true, false);
    }

    /** The plan's days are used but not written back. Nothing in the operator ever deletes an expired release. */
    private static Effect expirationTimeIsAdded(ReleaseView view) {
        if (view.release().expirationTime().isPresent()) {
            return Effect.proceed();
        }
        Optional<ReleasePlan> plan = view.cluster().findPlan(view.release());
        long own = view.release().gracePeriodDays().orElse(0);
        long days = own != 0 ? own : plan.map(ReleaseOperations::graceDays).orElse(0L);
        Instant created = view.release().creationTimestamp().orElse(view.now());
        return Effect.write(
                view.state().with(Conditions.time(created.plusNanos(NANOS_A_DAY * days)), "status", "expirationTime"));
    }

    private static long graceDays(ReleasePlan plan) {
        return plan.find("spec", "releaseGracePeriodDays").isPresent() ? plan.releaseGracePeriodDays() : 0;
    }

    private static Effect releaseIsCompleted(ReleaseView view) {
        ReleaseState state = view.state();
        return !state.progress().isFinished() && state.progress(Phase.FINAL).isSuccess()
                ? Effect.write(state.released(view.now()))
                : Effect.proceed();
    }
}
