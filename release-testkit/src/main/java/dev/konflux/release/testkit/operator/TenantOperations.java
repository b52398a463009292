package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The pipelines that run in the plan's namespace: the tenant's before the managed one, the final one last. */
final class TenantOperations {

    private TenantOperations() {}

    static Effect tenantPipelineIsProcessed(ReleaseView view) {
        ReleaseState state = view.state();
        if (state.hasFinished(Phase.TENANT) || !state.hasFinished(Phase.MANAGED_COLLECTORS)) {
            return Effect.proceed();
        }
        return state.isFailed()
                ? Effect.write(state.skipped(Phase.TENANT, view.now()))
                : processed(Phase.TENANT, view, ReleasePlan::tenantPipeline);
    }

    /** The final pipeline runs after failures, too. */
    static Effect finalPipelineIsProcessed(ReleaseView view) {
        ReleaseState state = view.state();
        return state.hasFinished(Phase.FINAL) || !state.hasFinished(Phase.MANAGED)
                ? Effect.proceed()
                : processed(Phase.FINAL, view, ReleasePlan::finalPipeline);
    }

    private static Effect processed(Phase phase, ReleaseView view, Function<ReleasePlan, Optional<Pipeline>> choice) {
        Optional<DataObject> run = view.cluster().findRun(view.release(), phase);
        if (run.isPresent() && view.state().isProgressing(phase)) {
            return Effect.proceed();
        }
        ReleasePlan plan = view.cluster().plan(view.release());
        Optional<Pipeline> pipeline = choice.apply(plan);
        if (pipeline.isEmpty()) {
            return Effect.write(view.state().skipped(phase, view.now()));
        }
        if (run.isPresent()) {
            return Effect.write(started(view, phase, ObjectKey.of(run.get()).reference(), Bindings.none()));
        }
        Snapshot snapshot = view.cluster().snapshot(view.release());
        return new Effect.StartRun(
                phase,
                Bindings.none(),
                List.of(),
                view.blueprints().tenant(phase, view.release(), plan, snapshot, pipeline.get()),
                true,
                (reference, bindings) -> started(view, phase, reference, bindings));
    }

    static ReleaseState started(ReleaseView view, Phase phase, String run, Bindings bindings) {
        return view.state().recording(phase, run, bindings).processing(phase, view.now());
    }
}
