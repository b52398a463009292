package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.validation.Noted;
import dev.konflux.release.model.validation.ReleaseValidation;
import dev.konflux.release.model.validation.Verdict;

/** Whether a release may go on. Asked at every look until all is over; a verdict can turn bad later, but never good again. */
final class Validity {

    private static final String FAILURE = "Release validation failed";

    private Validity() {}

    static Effect releaseIsValid(ReleaseView view) {
        Verdict verdict = ReleaseValidation.by(new ClusterLookUps(view)).of(view.release(), view.now());
        if (verdict instanceof Verdict.Undecided undecided) {
            return new Effect.Retry(undecided.message());
        }
        ReleaseState state = noted(view.state(), verdict.noted());
        if (verdict instanceof Verdict.Invalid invalid) {
            state = state.validationFailed(invalid.message(), view.now()).failed(FAILURE, view.now());
        }
        if (state.isReleasing()) {
            return Effect.write(state.validated(view.now()));
        }
        // A failed release goes on, so that its phases are marked as skipped and its final pipeline runs.
        return new Effect.WriteStatus(state, !state.haveAllPhasesFinished());
    }

    private static ReleaseState noted(ReleaseState state, Noted noted) {
        ReleaseState written = state;
        if (!noted.target().isEmpty()) {
            written = written.with(Data.of(noted.target()), "status", "target");
        }
        if (!noted.author().isEmpty()) {
            written = written.with(Data.of(noted.author()), "status", "attribution", "author");
        }
        return noted.standing()
                ? written.with(Data.of(true), "status", "attribution", "standingAuthorization")
                : written;
    }
}
