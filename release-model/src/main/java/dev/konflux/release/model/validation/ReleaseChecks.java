package dev.konflux.release.model.validation;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One run of the checks. Each makes its look-ups in the operator's order, because any of them may fail. */
final class ReleaseChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Release release;
    private final LookUps lookUps;
    private final Instant now;
    private Noted noted = Noted.NOTHING;

    ReleaseChecks(Release release, LookUps lookUps, Instant now) {
        this.release = release;
        this.lookUps = lookUps;
        this.now = now;
    }

    Verdict verdict() {
        for (Check check : Check.values()) {
            Verdict verdict = verdict(check);
            if (!(verdict instanceof Verdict.Valid)) {
                return verdict;
            }
        }
        return valid();
    }

    private Verdict verdict(Check check) {
        try {
            return make(check);
        } catch (LookUpException failed) {
            return failed.isPassing() ? undecided(check, failed.words()) : invalid(check, failed.words());
        }
    }

    private Verdict make(Check check) {
        return switch (check) {
            case PIPELINE_DEFINED -> pipelineDefined();
            case PROCESSING_RESOURCES -> processingResources();
            case APPLICATION -> application();
            case AUTHOR -> author();
            case PIPELINE_SOURCE -> pipelineSource();
        };
    }

    private Verdict pipelineDefined() {
        ReleasePlan plan = lookUps.plan(release);
        noted = noted.withTarget(plan.target().orElse(plan.namespace()));
        if (plan.tenantPipeline().isPresent()) {
            return valid();
        }
        if (plan.target().isEmpty()) {
            return noPipeline("releasePlan has no pipeline or target");
        }
        return lookUps.activeAdmission(release).pipeline().isPresent()
                ? valid()
                : noPipeline("releasePlan and releasePlanAdmission both have no pipeline");
    }

    private Verdict noPipeline(String problem) {
        return invalid(
                Check.PIPELINE_DEFINED,
                problem + ". Each Release should define a tenant pipeline, managed pipeline, or both");
    }

    // A plan with a tenant pipeline escapes this check, so a missing policy shows only when its managed pipeline should
    // start.
    private Verdict processingResources() {
        if (lookUps.plan(release).tenantPipeline().isEmpty()) {
            lookUps.requireManagedResources(release);
        }
        return valid();
    }

    // Component groups are not compared: a plan of one group accepts the snapshots of any.
    private Verdict application() {
        ReleasePlan plan = lookUps.plan(release);
        return lookUps.snapshot(release).application().equals(plan.application())
                ? valid()
                : invalid(Check.APPLICATION, "different Application referenced in ReleasePlan and Snapshot");
    }

    private Verdict author() {
        Optional<String> attributed = release.attributedAuthor();
        if (attributed.isPresent()) {
            return attributed(attributed.get(), release.isStandingAttribution());
        }
        if (!release.isLabelledAutomated()) {
            lookUps.plan(release);
            return release.author()
                    .map(author -> attributed(author, false))
                    .orElseGet(() -> invalid(Check.AUTHOR, "no author found for manual release"));
        }
        if (!release.isAutomated()) {
            return notMarked();
        }
        return lookUps.plan(release)
                .author()
                .map(author -> attributed(author, true))
                .orElseGet(() -> invalid(Check.AUTHOR, "no author in the ReleasePlan found for automated release"));
    }

    private Verdict attributed(String author, boolean standing) {
        noted = noted.attributedTo(author, standing);
        return valid();
    }

    private Verdict notMarked() {
        String message = "automated not set in status for automated release";
        boolean young = release.creationTimestamp()
                .filter(created -> !now.isAfter(created.plus(PATIENCE)))
                .isPresent();
        return young ? undecided(Check.AUTHOR, message) : invalid(Check.AUTHOR, message);
    }

    private Verdict pipelineSource() {
        ReleasePlan plan = lookUps.plan(release);
        if (isForbidden(plan.tenantPipeline()) || isForbidden(plan.finalPipeline())) {
            return debugOnly();
        }
        return plan.target().isPresent()
                        && isForbidden(lookUps.activeAdmission(release).pipeline())
                ? debugOnly()
                : valid();
    }

    private boolean isForbidden(Optional<Pipeline> pipeline) {
        return !lookUps.isDebug()
                && pipeline.filter(named -> named.pipelineRef().resolver().equals("cluster"))
                        .isPresent();
    }

    private Verdict debugOnly() {
        return invalid(
                Check.PIPELINE_SOURCE,
                "tried using debug only options while debug mode is disabled in the ReleaseServiceConfig");
    }

    private Verdict valid() {
        return new Verdict.Valid(noted);
    }

    private Verdict invalid(Check check, String message) {
        return new Verdict.Invalid(check, message, noted);
    }

    private Verdict undecided(Check check, String message) {
        return new Verdict.Undecided(check, message, noted);
    }
}
