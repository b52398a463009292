package dev.konflux.release.model.validation;

import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.ReleaseServiceConfig;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The operator's five checks of a release, made on the resources at hand and answered in the operator's words. */
public final class ReleaseValidation {

    private static final String DEFAULTS_NAMESPACE = "enterprise-contract-service";
    private static final String DEFAULTS_NAME = "ec-defaults";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Resources resources;
    private final Matching matching;
    private final boolean debug;

    private ReleaseValidation(Resources resources) {
        this.resources = resources;
        this.matching = Matching.in(resources);
        this.debug = resources.all(ReleaseServiceConfig.class).stream().anyMatch(ReleaseServiceConfig::isDebug);
    }

    /** Checks against the given resources, which must be all the operator would find. */
    public static ReleaseValidation in(Resources resources) {
        return new ReleaseValidation(resources);
    }

    /** The verdict on a release at a moment; time only matters to releases of the integration service that are not marked yet. */
    public Verdict of(Release release, Instant now) {
        Optional<ReleasePlan> found = resources.find(ReleasePlan.class, release.namespace(), release.releasePlan());
        if (found.isEmpty()) {
            return new Verdict.Invalid(Check.PIPELINE_DEFINED, notFound("ReleasePlan", release.releasePlan()));
        }
        ReleasePlan plan = found.get();
        return pipelineDefined(plan)
                .or(() -> processingResources(release, plan))
                .or(() -> application(release, plan))
                .<Verdict>map(invalid -> invalid)
                .or(() -> author(release, plan, now))
                .or(() -> pipelineSource(plan))
                .orElseGet(() -> attributed(release, plan));
    }

    private Optional<Verdict.Invalid> pipelineDefined(ReleasePlan plan) {
        Check check = Check.PIPELINE_DEFINED;
        if (plan.tenantPipeline().isPresent()) {
            return Optional.empty();
        }
        if (plan.target().isEmpty()) {
            return invalid(check, noPipeline("releasePlan has no pipeline or target"));
        }
        Match match = matching.of(plan);
        Optional<ReleasePlanAdmission> admission = match.findActive();
        if (admission.isEmpty()) {
            return invalid(check, match.message());
        }
        return admission.get().pipeline().isPresent()
                ? Optional.empty()
                : invalid(check, noPipeline("releasePlan and releasePlanAdmission both have no pipeline"));
    }

    private static String noPipeline(String problem) {
        return problem + ". Each Release should define a tenant pipeline, managed pipeline, or both";
    }

    // A plan with a tenant pipeline escapes this check, so a missing policy shows only when its managed pipeline should
    // start.
    private Optional<Verdict.Invalid> processingResources(Release release, ReleasePlan plan) {
        Check check = Check.PROCESSING_RESOURCES;
        if (plan.tenantPipeline().isPresent()) {
            return Optional.empty();
        }
        if (resources.find(ConfigMap.class, DEFAULTS_NAMESPACE, DEFAULTS_NAME).isEmpty()) {
            return invalid(check, "configmaps \"" + DEFAULTS_NAME + "\" not found");
        }
        Optional<ReleasePlanAdmission> lacking =
                matching.of(plan).findActive().filter(admission -> !hasPolicy(admission));
        if (lacking.isPresent()) {
            return invalid(
                    check, notFound("EnterpriseContractPolicy", lacking.get().policy()));
        }
        return snapshot(release).isPresent()
                ? Optional.empty()
                : invalid(check, notFound("Snapshot", release.snapshot()));
    }

    private boolean hasPolicy(ReleasePlanAdmission admission) {
        return resources
                .find(EnterpriseContractPolicy.class, admission.namespace(), admission.policy())
                .isPresent();
    }

    private Optional<Snapshot> snapshot(Release release) {
        return resources.find(Snapshot.class, release.namespace(), release.snapshot());
    }

    // Component groups are not compared: a plan of one group accepts the snapshots of any.
    private Optional<Verdict.Invalid> application(Release release, ReleasePlan plan) {
        Optional<Snapshot> snapshot = snapshot(release);
        if (snapshot.isEmpty()) {
            return invalid(Check.APPLICATION, notFound("Snapshot", release.snapshot()));
        }
        return snapshot.get().application().equals(plan.application())
                ? Optional.empty()
                : invalid(Check.APPLICATION, "different Application referenced in ReleasePlan and Snapshot");
    }

    private static Optional<Verdict> author(Release release, ReleasePlan plan, Instant now) {
        if (release.attributedAuthor().isPresent()) {
            return Optional.empty();
        }
        if (!release.isLabelledAutomated()) {
            return release.author().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Verdict.Invalid(Check.AUTHOR, "no author found for manual release"));
        }
        if (!release.isAutomated()) {
            return Optional.of(notMarked(release, now));
        }
        return plan.author().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Invalid(Check.AUTHOR, "no author in the ReleasePlan found for automated release"));
    }

    private static Verdict notMarked(Release release, Instant now) {
        String message = "automated not set in status for automated release";
        boolean young = release.creationTimestamp()
                .filter(created -> !now.isAfter(created.plus(PATIENCE)))
                .isPresent();
        return young ? new Verdict.Undecided(Check.AUTHOR, message) : new Verdict.Invalid(Check.AUTHOR, message);
    }

    private Optional<Verdict> pipelineSource(ReleasePlan plan) {
        if (usesCluster(plan.tenantPipeline()) || usesCluster(plan.finalPipeline())) {
            return Optional.of(debugOnly());
        }
        if (plan.target().isEmpty()) {
            return Optional.empty();
        }
        Match match = matching.of(plan);
        if (match.findActive().isEmpty()) {
            return Optional.of(new Verdict.Invalid(Check.PIPELINE_SOURCE, match.message()));
        }
        return match.findActive()
                .filter(admission -> usesCluster(admission.pipeline()))
                .map(admission -> debugOnly());
    }

    private boolean usesCluster(Optional<Pipeline> pipeline) {
        return !debug
                && pipeline.filter(named -> named.pipelineRef().resolver().equals("cluster"))
                        .isPresent();
    }

    private static Verdict debugOnly() {
        return new Verdict.Invalid(
                Check.PIPELINE_SOURCE,
                "tried using debug only options while debug mode is disabled in the ReleaseServiceConfig");
    }

    private static Verdict attributed(Release release, ReleasePlan plan) {
        if (release.attributedAuthor().isPresent()) {
            boolean standing = release.status()
                    .find("attribution", "standingAuthorization")
                    .flatMap(known -> known.asBoolean())
                    .orElse(false);
            return new Verdict.Valid(release.attributedAuthor().get(), standing);
        }
        return release.isLabelledAutomated()
                ? new Verdict.Valid(plan.author().orElse(""), true)
                : new Verdict.Valid(release.author().orElse(""), false);
    }

    private static Optional<Verdict.Invalid> invalid(Check check, String message) {
        return Optional.of(new Verdict.Invalid(check, message));
    }

    /** The operator reads through a cache, which names the kind where the API server would name the plural. */
    private static String notFound(String kind, String name) {
        return kind + ".appstudio.redhat.com \"" + name + "\" not found";
    }
}
