package dev.konflux.release.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseValidationTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Pipeline PIPELINE = Pipeline.of(PipelineReference.git("https://git/x", "main", "p.yaml"));

    private final Release release = Release.builder()
            .namespace("dev")
            .name("r")
            .author("ann")
            .releasePlan("rp")
            .snapshot("snap")
            .set(Data.of(NOW.toString()), "metadata", "creationTimestamp")
            .build();
    private ReleasePlan plan = ReleasePlan.builder()
            .namespace("dev")
            .name("rp")
            .application("app")
            .target("managed")
            .build();
    private ReleasePlanAdmission admission = ReleasePlanAdmission.builder()
            .namespace("managed")
            .name("rpa")
            .origin("dev")
            .applications("app")
            .policy("strict")
            .pipeline(PIPELINE)
            .build();
    private final List<Resource> others = new ArrayList<>(List.of(
            Snapshot.builder().namespace("dev").name("snap").application("app").build(),
            ConfigMap.builder()
                    .namespace("enterprise-contract-service")
                    .name("ec-defaults")
                    .build(),
            EnterpriseContractPolicy.builder()
                    .namespace("managed")
                    .name("strict")
                    .build()));

    private Verdict verdict(Release of, Instant now) {
        List<Resource> all = new ArrayList<>(others);
        all.add(plan);
        all.add(admission);
        return ReleaseValidation.in(Resources.of(all)).of(of, now);
    }

    private Verdict verdict() {
        return verdict(release, NOW);
    }

    private static void assertInvalid(Verdict verdict, Check check, String message) {
        assertThat(verdict).isEqualTo(new Verdict.Invalid(check, message, verdict.noted()));
    }

    @Test
    void aCompleteWorldIsValidAndAttributedToTheAuthorOfTheRelease() {
        assertThat(verdict()).isEqualTo(new Verdict.Valid(new Noted("managed", "ann", false)));
    }

    @Test
    void aPlanWithNothingToRunIsInvalid() {
        plan = plan.toBuilder().unset("spec", "target").build();

        assertInvalid(
                verdict(),
                Check.PIPELINE_DEFINED,
                "releasePlan has no pipeline or target. "
                        + "Each Release should define a tenant pipeline, managed pipeline, or both");
    }

    @Test
    void anAdmissionWithoutPipelineNeedsATenantPipeline() {
        admission = admission.toBuilder().unset("spec", "pipeline").build();
        assertInvalid(
                verdict(),
                Check.PIPELINE_DEFINED,
                "releasePlan and releasePlanAdmission both have no pipeline. "
                        + "Each Release should define a tenant pipeline, managed pipeline, or both");

        plan = plan.toBuilder().tenantPipeline(PIPELINE).build();
        assertThat(verdict()).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void aMissingPolicyShowsOnlyWithoutTenantPipeline() {
        others.removeIf(EnterpriseContractPolicy.class::isInstance);
        assertInvalid(
                verdict(),
                Check.PROCESSING_RESOURCES,
                "EnterpriseContractPolicy.appstudio.redhat.com \"strict\" not found");

        plan = plan.toBuilder().tenantPipeline(PIPELINE).build();
        assertThat(verdict()).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void aBlockedAdmissionIsFoundThoughAPlanHasATenantPipeline() {
        plan = plan.toBuilder().tenantPipeline(PIPELINE).build();
        admission = admission.toBuilder().blockReleases(true).build();

        assertInvalid(
                verdict(),
                Check.PIPELINE_SOURCE,
                "found ReleasePlanAdmission 'rpa' with block-releases label set to true");
    }

    @Test
    void theClusterResolverIsForDebuggingOnly() {
        plan = plan.toBuilder()
                .set(Data.of("cluster"), "spec", "finalPipeline", "pipelineRef", "resolver")
                .build();

        assertInvalid(
                verdict(),
                Check.PIPELINE_SOURCE,
                "tried using debug only options while debug mode is disabled in the ReleaseServiceConfig");
    }

    @Test
    void anAutomatedReleaseIsWaitedForFiveMinutes() {
        Release automated = release.toBuilder()
                .label("release.appstudio.openshift.io/automated", "true")
                .build();

        assertThat(verdict(automated, NOW.plus(Duration.ofMinutes(5)))).isInstanceOf(Verdict.Undecided.class);
        assertInvalid(
                verdict(automated, NOW.plus(Duration.ofSeconds(301))),
                Check.AUTHOR,
                "automated not set in status for automated release");
    }

    @Test
    void theAuthorOfThePlanStandsForAnAutomatedRelease() {
        Release automated = release.toBuilder()
                .label("release.appstudio.openshift.io/automated", "true")
                .set(Data.of(true), "status", "automated")
                .build();
        assertInvalid(
                verdict(automated, NOW), Check.AUTHOR, "no author in the ReleasePlan found for automated release");

        plan = plan.toBuilder().author("bob").build();
        assertThat(verdict(automated, NOW)).isEqualTo(new Verdict.Valid(new Noted("managed", "bob", true)));
    }

    @Test
    void theTargetIsNotedThoughALaterCheckFails() {
        others.removeIf(Snapshot.class::isInstance);

        assertThat(verdict().noted()).isEqualTo(new Noted("managed", "", false));
    }

    @Test
    void aLookUpThatFailsForAWhileLeavesTheVerdictOpen() {
        plan = plan.toBuilder().tenantPipeline(PIPELINE).build();

        assertThat(ReleaseValidation.by(new BusyCluster(plan)).of(release, NOW))
                .isEqualTo(new Verdict.Undecided(
                        Check.APPLICATION, "the server is busy", new Noted("managed", "", false)));
    }

    private record BusyCluster(ReleasePlan plan) implements LookUps {

        @Override
        public ReleasePlan plan(Release release) {
            return plan;
        }

        @Override
        public ReleasePlanAdmission activeAdmission(Release release) {
            throw LookUpException.passing("the server is busy");
        }

        @Override
        public void requireManagedResources(Release release) {
            throw LookUpException.passing("the server is busy");
        }

        @Override
        public Snapshot snapshot(Release release) {
            throw LookUpException.passing("the server is busy");
        }

        @Override
        public boolean isDebug() {
            return false;
        }
    }
}
