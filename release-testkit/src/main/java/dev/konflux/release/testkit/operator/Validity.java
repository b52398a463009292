package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a release may go on. Asked at every look until all is over; a verdict can turn bad later, but never good again. */
final class Validity {

    private static final String FAILURE = "Release validation failed";
    private static final String DEBUG_ONLY =
            "tried using debug only options while debug mode is disabled in the ReleaseServiceConfig";
    private static final String ADVICE = ". Each Release should define a tenant pipeline, managed pipeline, or both";
    private static final String NOT_AUTOMATED = "automated not set in status for automated release";
    private static final Duration AUTOMATION_GRACE = Duration.ofMinutes(5);

    /** The checks in their order; the first that fails ends them. */
    private static final List<Function<ReleaseView, Verdict>> CHECKS = ImmutableList.of(
            Validity::pipelineIsDefined,
            Validity::processingResourcesExist,
            Validity::applicationIsTheSame,
            Validity::authorIsKnown,
            Validity::pipelineSourceIsAllowed);

    private Validity() {}

    /** What a check found, and the release with what it noted down. */
    private record Verdict(ReleaseState state, boolean isValid, Optional<String> retry) {

        static Verdict valid(ReleaseState state) {
            return new Verdict(state, true, Optional.empty());
        }

        static Verdict invalid(ReleaseView view, String message) {
            return new Verdict(view.state().validationFailed(message, view.now()), false, Optional.empty());
        }

        static Verdict undecided(ReleaseView view, String reason) {
            return new Verdict(view.state(), false, Optional.of(reason));
        }
    }

    static Effect releaseIsValid(ReleaseView view) {
        Verdict verdict = verdict(view);
        if (verdict.retry().isPresent()) {
            return new Effect.Retry(verdict.retry().get());
        }
        ReleaseState state =
                verdict.isValid() ? verdict.state() : verdict.state().failed(FAILURE, view.now());
        if (state.isReleasing()) {
            return Effect.write(state.validated(view.now()));
        }
        // A failed release goes on, so that its phases are marked as skipped and its final pipeline runs.
        return new Effect.WriteStatus(state, !state.haveAllPhasesFinished());
    }

    private static Verdict verdict(ReleaseView view) {
        Verdict verdict = Verdict.valid(view.state());
        for (Function<ReleaseView, Verdict> check : CHECKS) {
            verdict = verdictOf(check, view.with(verdict.state()));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return verdict;
    }

    private static Verdict verdictOf(Function<ReleaseView, Verdict> check, ReleaseView view) {
        try {
            return check.apply(view);
        } catch (LookUpFailed failed) {
            ApiError error = failed.error;
            return Failures.isRetriableLookUp(error)
                    ? Verdict.undecided(view, error.message())
                    : Verdict.invalid(failed.view, error.message());
        }
    }

    /** A look-up failed after something had been noted down. */
    private static final class LookUpFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ReleaseView view;
        private final transient ApiError error;

        LookUpFailed(ReleaseView view, ApiError error) {
            super(error.message(), null, false, false);
            this.view = view;
            this.error = error;
        }
    }

    private static <T> T lookUp(ReleaseView view, Function<ClusterView, T> question) {
        try {
            return question.apply(view.cluster());
        } catch (ApiException failed) {
            throw new LookUpFailed(view, failed.error());
        }
    }

    private static ReleasePlan plan(ReleaseView view) {
        return lookUp(view, cluster -> cluster.plan(view.release()));
    }

    private static Verdict pipelineIsDefined(ReleaseView view) {
        ReleasePlan plan = plan(view);
        String target = plan.target().orElse(plan.namespace());
        ReleaseView noted = view.with(view.state().with(Data.of(target), "status", "target"));
        if (plan.tenantPipeline().isPresent()) {
            return Verdict.valid(noted.state());
        }
        if (plan.target().isEmpty()) {
            return Verdict.invalid(noted, "releasePlan has no pipeline or target" + ADVICE);
        }
        boolean managed = lookUp(noted, cluster -> cluster.activeAdmission(view.release()))
                .pipeline()
                .isPresent();
        return managed
                ? Verdict.valid(noted.state())
                : Verdict.invalid(noted, "releasePlan and releasePlanAdmission both have no pipeline" + ADVICE);
    }

    private static Verdict processingResourcesExist(ReleaseView view) {
        if (plan(view).tenantPipeline().isEmpty()) {
            lookUp(view, cluster -> cluster.managedResources(view.release()));
        }
        return Verdict.valid(view.state());
    }

    /** Component groups are not compared: a plan of one accepts the snapshots of all. */
    private static Verdict applicationIsTheSame(ReleaseView view) {
        ReleasePlan plan = plan(view);
        String application =
                lookUp(view, cluster -> cluster.snapshot(view.release())).application();
        return plan.application().equals(application)
                ? Verdict.valid(view.state())
                : Verdict.invalid(view, "different Application referenced in ReleasePlan and Snapshot");
    }

    private static Verdict authorIsKnown(ReleaseView view) {
        Release release = view.release();
        if (release.attributedAuthor().isPresent()) {
            return Verdict.valid(view.state());
        }
        if (!release.isLabelledAutomated()) {
            plan(view);
            return attributed(view, release.findLabel(MetadataKeys.AUTHOR), "no author found for manual release");
        }
        if (!release.isAutomated()) {
            Instant created = release.creationTimestamp().orElse(view.now());
            return view.now().isAfter(created.plus(AUTOMATION_GRACE))
                    ? Verdict.invalid(view, NOT_AUTOMATED)
                    : Verdict.undecided(view, NOT_AUTOMATED);
        }
        Optional<String> author = plan(view).findLabel(MetadataKeys.AUTHOR);
        Verdict verdict = attributed(view, author, "no author in the ReleasePlan found for automated release");
        return verdict.isValid()
                ? Verdict.valid(verdict.state().with(Data.of(true), "status", "attribution", "standingAuthorization"))
                : verdict;
    }

    private static Verdict attributed(ReleaseView view, Optional<String> author, String otherwise) {
        return author.filter(name -> !name.isEmpty())
                .map(name -> Verdict.valid(view.state().with(Data.of(name), "status", "attribution", "author")))
                .orElseGet(() -> Verdict.invalid(view, otherwise));
    }

    private static Verdict pipelineSourceIsAllowed(ReleaseView view) {
        ReleasePlan plan = plan(view);
        if (isForbidden(view, plan.tenantPipeline()) || isForbidden(view, plan.finalPipeline())) {
            return Verdict.invalid(view, DEBUG_ONLY);
        }
        if (plan.target().isEmpty()) {
            return Verdict.valid(view.state());
        }
        Optional<Pipeline> managed =
                lookUp(view, cluster -> cluster.activeAdmission(view.release())).pipeline();
        return isForbidden(view, managed) ? Verdict.invalid(view, DEBUG_ONLY) : Verdict.valid(view.state());
    }

    private static boolean isForbidden(ReleaseView view, Optional<Pipeline> pipeline) {
        return !view.service().isDebug()
                && pipeline.filter(found -> found.pipelineRef().resolver().equals("cluster"))
                        .isPresent();
    }
}
