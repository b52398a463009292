package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Effect.BindingOrder;
import dev.konflux.release.testkit.runs.FailedTry;
import dev.konflux.release.testkit.runs.Mitigation;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunBlueprints.ManagedResources;
import dev.konflux.release.testkit.runs.RunOrder;
import dev.konflux.release.testkit.runs.RunOutcome;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The managed pipeline and its tries. */
final class ManagedOperations {

    private ManagedOperations() {}

    static Effect managedPipelineIsProcessed(ReleaseView view) {
        ReleaseState state = view.state();
        if (state.hasFinished(Phase.MANAGED) || !state.hasFinished(Phase.TENANT)) {
            return Effect.proceed();
        }
        if (state.isFailed()) {
            return Effect.write(state.skipped(Phase.MANAGED, view.now()));
        }
        Attempts attempts = state.attempts();
        if (attempts.isCurrentFailed()) {
            return Effect.proceed(); // completion decides about another try
        }
        Optional<DataObject> run = view.cluster().findAttempt(view.release(), attempts.retries());
        Bindings known = known(view, attempts.current());
        return run.isPresent() && state.isProgressing(Phase.MANAGED) ? Effect.proceed() : firstTry(view, run, known);
    }

    private static Bindings known(ReleaseView view, Optional<DataObject> attempt) {
        return view.cluster()
                .findBinding(Attempts.binding(attempt))
                .map(binding -> Bindings.none()
                        .and(Bindings.TENANT, ObjectKey.of(binding).reference()))
                .orElse(Bindings.none());
    }

    private static Effect firstTry(ReleaseView view, Optional<DataObject> run, Bindings known) {
        ManagedResources resources;
        try {
            resources = view.cluster().managedResources(view.release());
        } catch (ApiException failed) {
            if (failed.error().message().contains(ClusterView.NO_TARGET)) {
                return Effect.write(view.state().skipped(Phase.MANAGED, view.now()));
            }
            throw failed;
        }
        if (run.isPresent()) {
            return Effect.write(started(view, ObjectKey.of(run.get()).reference(), known, Optional.empty()));
        }
        Optional<Pipeline> pipeline = resources.admission().pipeline();
        if (pipeline.isEmpty()) {
            return Effect.write(view.state().skipped(Phase.MANAGED, view.now()));
        }
        RunOrder order = RunOrder.of(view.state().attempts().count(), pipeline.get());
        return new Effect.StartRun(
                Phase.MANAGED,
                known,
                bindings(view, resources.admission(), pipeline.get()),
                view.blueprints().managed(view.release(), resources, pipeline.get(), order),
                true,
                (reference, bindings) -> started(view, reference, bindings, Optional.empty()));
    }

    private static List<BindingOrder> bindings(ReleaseView view, ReleasePlanAdmission admission, Pipeline pipeline) {
        return pipeline
                .serviceAccountName()
                .filter(account -> !account.isEmpty())
                .map(account -> RoleBindings.access(
                        Bindings.TENANT, view.release(), admission.origin(), account, admission.namespace()))
                .stream()
                .toList();
    }

    private static ReleaseState started(
            ReleaseView view, String run, Bindings bindings, Optional<DataObject> mitigation) {
        return view.state().attempts().starting(run, bindings, mitigation, view.now());
    }

    static Effect managedPipelineIsTracked(ReleaseView view) {
        if (!view.state().isProgressing(Phase.MANAGED)) {
            return Effect.proceed();
        }
        Attempts attempts = view.state().attempts();
        Optional<DataObject> run =
                view.cluster().findAttempt(view.release(), attempts.retries()).filter(RunOutcome::isDone);
        if (run.isEmpty() || attempts.isCurrentDone()) {
            return Effect.proceed();
        }
        return Effect.write(
                RunOutcome.isSuccess(run.get())
                        ? attempts.succeeded(view.now())
                        : attempts.failed(Tracking.outcome(view, run.get()).failure(), view.now()));
    }

    static Effect managedPipelineIsCompleted(ReleaseView view) {
        Attempts attempts = view.state().attempts();
        if (!view.state().isProgressing(Phase.MANAGED) || !attempts.isCurrentFailed()) {
            return Effect.proceed();
        }
        DataObject retryInfo = view.cluster()
                .activeAdmission(view.release())
                .status()
                .findObject("retryInfo")
                .orElse(DataObject.empty());
        if (attempts.isCurrentRetriable() && attempts.retries() < maxRetries(retryInfo)) {
            return nextTry(view, attempts);
        }
        // The reason is lost here: only the attempts tell it.
        String message = Phase.MANAGED.runFailure();
        return Effect.write(
                view.state().failed(Phase.MANAGED, message, view.now()).failed(message, view.now()));
    }

    private static long maxRetries(DataObject retryInfo) {
        boolean enabled = retryInfo.find("enabled").flatMap(Data::asBoolean).orElse(false);
        return retryInfo
                .find("maxRetries")
                .filter(max -> enabled)
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private static Effect nextTry(ReleaseView view, Attempts attempts) {
        Optional<DataObject> run = view.cluster().findAttempt(view.release(), attempts.retries() + 1);
        Bindings known = known(view, attempts.current());
        if (run.isPresent()) {
            return Effect.write(started(view, ObjectKey.of(run.get()).reference(), known, Optional.empty()));
        }
        ManagedResources resources = view.cluster().managedResources(view.release());
        Pipeline pipeline = resources.admission().pipeline().orElseThrow(ManagedOperations::noPipeline);
        Mitigation mitigation = mitigation(view, attempts, resources.admission(), pipeline);
        return new Effect.StartRun(
                Phase.MANAGED,
                known,
                List.of(),
                view.blueprints().managed(view.release(), resources, pipeline, mitigation.order()),
                false,
                (reference, bindings) -> started(view, reference, bindings, mitigation.applied()));
    }

    private static ApiException noPipeline() {
        return new ApiException(ApiError.of(0, "", "the ReleasePlanAdmission has no pipeline to try again"));
    }

    /** The run that failed; a failed look-up only costs the mitigation. */
    private static Optional<DataObject> failedRun(ReleaseView view, Attempts attempts) {
        try {
            return view.cluster().findAttempt(view.release(), attempts.retries());
        } catch (ApiException failed) {
            return Optional.empty();
        }
    }

    private static Mitigation mitigation(
            ReleaseView view, Attempts attempts, ReleasePlanAdmission admission, Pipeline pipeline) {
        RunOrder plain = RunOrder.of(attempts.count(), pipeline);
        Optional<DataObject> mitigations = admission.status().findObject("retryInfo", "mitigations");
        Optional<DataObject> failedRun = failedRun(view, attempts);
        if (mitigations.isEmpty() || failedRun.isEmpty()) {
            return new Mitigation(plain, Optional.empty());
        }
        String task = attempts.currentText("lastTask");
        Optional<DataObject> taskRun = view.cluster().taskRuns(failedRun.get()).stream()
                .filter(found -> !task.isEmpty()
                        && found.findText("metadata", "labels", "tekton.dev/pipelineTask")
                                .filter(task::equals)
                                .isPresent())
                .findFirst();
        FailedTry failed = new FailedTry(
                failedRun.get(),
                taskRun,
                attempts.currentText("failureReason"),
                task,
                attempts.currentText("lastStep"));
        return Mitigation.after(failed, mitigations.get(), plain);
    }
}
