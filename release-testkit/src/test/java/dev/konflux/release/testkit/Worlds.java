package dev.konflux.release.testkit;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.GitReference;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.ReleaseServiceConfig;
import dev.konflux.release.model.RetryablePipeline;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;

/** The small world most tests play in. */
public final class Worlds {

    private static final GitReference CATALOG =
            new GitReference("https://example.com/catalog", "main", "pipelines/push.yaml");

    private Worlds() {}

    /** A pipeline of the catalog. */
    public static Pipeline pipeline() {
        return Pipeline.of(PipelineReference.git(CATALOG.url(), CATALOG.revision(), CATALOG.pathInRepo()))
                .withServiceAccountName("robot");
    }

    /** A plan for a managed release. */
    public static ReleasePlan.Builder plan() {
        return ReleasePlan.builder()
                .namespace("team")
                .name("plan")
                .application("shop")
                .target("managed");
    }

    /** The admission that accepts the plan. */
    public static ReleasePlanAdmission.Builder admission() {
        return ReleasePlanAdmission.builder()
                .namespace("managed")
                .name("admission")
                .applications("shop")
                .origin("team")
                .policy("strict")
                .pipeline(pipeline());
    }

    /** The admission's policy. */
    public static EnterpriseContractPolicy policy() {
        return EnterpriseContractPolicy.builder()
                .namespace("managed")
                .name("strict")
                .description("everything")
                .build();
    }

    /** A snapshot of the application. */
    public static Snapshot snapshot() {
        return Snapshot.builder()
                .namespace("team")
                .name("build-1")
                .application("shop")
                .component("web", "quay.io/shop/web@sha256:" + "a".repeat(64))
                .build();
    }

    /** A configuration that lets the catalog's pipeline be tried again. */
    public static ReleaseServiceConfig retrying(int times, String mitigations) {
        DataObject policy = DataObject.of(
                "maxRetries", Data.of(times), "mitigations", JsonReader.create().read(mitigations, ""));
        RetryablePipeline retryable =
                RetryablePipeline.of(RetryablePipeline.of(CATALOG, times).data().with("retryPolicy", policy));
        return ReleaseServiceConfig.builder()
                .namespace("release-service")
                .name("release-service-config")
                .retryablePipeline(retryable)
                .build();
    }
}
