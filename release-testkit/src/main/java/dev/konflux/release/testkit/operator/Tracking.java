package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunOutcome;
import java.util.Optional;

/** Looks how the run of a progressing phase goes. */
final class Tracking {

    private Tracking() {}

    static Effect isTracked(Phase phase, ReleaseView view) {
        ReleaseState state = view.state();
        if (!state.isProgressing(phase)) {
            return Effect.proceed();
        }
        Optional<DataObject> run = view.cluster().findRun(view.release(), phase).filter(RunOutcome::isDone);
        if (run.isEmpty()) {
            return Effect.proceed();
        }
        if (RunOutcome.isSuccess(run.get())) {
            return Effect.write(state.succeeded(phase, view.now()));
        }
        String message = outcome(view, run.get()).message();
        return Effect.write(state.failed(phase, message, view.now()).failed(phase.runFailure(), view.now()));
    }

    static RunOutcome outcome(ReleaseView view, DataObject run) {
        return new RunOutcome(run, view.cluster().taskRuns(run), view.logs());
    }
}
