package dev.konflux.release.benchmarks;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.testkit.FakeReleaseService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A fake service from its start to its last release: {@code releases} 0 is the start alone. Divide by their number for the cost of each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
public class FakeServiceBenchmark {

    @Param({"0", "1000", "100000"})
    int releases;

    private final Resources world = world();

    private static Resources world() {
        Pipeline pipeline = Pipeline.of(
                        PipelineReference.git("https://example.com/catalog", "main", "pipelines/push.yaml"))
                .withServiceAccountName("robot");
        return Resources.of(
                ReleasePlan.builder()
                        .namespace("team")
                        .name("plan")
                        .application("shop")
                        .target("managed")
                        .build(),
                ReleasePlanAdmission.builder()
                        .namespace("managed")
                        .name("admission")
                        .applications("shop")
                        .origin("team")
                        .policy("strict")
                        .pipeline(pipeline)
                        .build(),
                EnterpriseContractPolicy.builder()
                        .namespace("managed")
                        .name("strict")
                        .description("everything")
                        .build(),
                Snapshot.builder()
                        .namespace("team")
                        .name("build-1")
                        .application("shop")
                        .component("web", "quay.io/shop/web@sha256:" + "a".repeat(64))
                        .build());
    }

    /** Managed releases of one snapshot, one after the other, each awaited; admission validates every write. */
    @Benchmark
    public Resources release() {
        try (FakeReleaseService konflux = FakeReleaseService.start(world)) {
            for (int i = 0; i < releases; i++) {
                konflux.release(Release.builder()
                                .generateName("build-1-")
                                .namespace("team")
                                .snapshot("build-1")
                                .releasePlan("plan")
                                .build())
                        .await();
            }
            return world;
        }
    }
}
