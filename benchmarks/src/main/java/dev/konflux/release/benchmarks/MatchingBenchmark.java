package dev.konflux.release.benchmarks;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Every plan of a large folder matched against every admission of it; linear when twice as many take twice as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchingBenchmark {

    @Param({"1000", "10000", "100000"})
    int plans;

    private List<Resource> resources = List.of();

    /** Plans and admissions in equal number, a hundred to a namespace. */
    @Setup
    public void write() {
        List<Resource> written = new ArrayList<>();
        for (int i = 0; i < plans; i++) {
            String tenant = "tenant-" + i / 100;
            String managed = "managed-" + i / 100;
            written.add(ReleasePlan.builder()
                    .name("plan-" + i)
                    .namespace(tenant)
                    .application("app-" + i)
                    .target(managed)
                    .build());
            written.add(ReleasePlanAdmission.builder()
                    .name("admission-" + i)
                    .namespace(managed)
                    .origin(tenant)
                    .applications("app-" + i)
                    .build());
        }
        resources = written;
    }

    /** Builds the index and asks for every plan. */
    @Benchmark
    public void everyPlan(Blackhole matches) {
        Matching matching = Matching.in(resources);
        for (Resource resource : resources) {
            if (resource instanceof ReleasePlan plan) {
                Match match = matching.of(plan);
                matches.consume(match);
            }
        }
    }

    /** Builds the index and asks for every admission. */
    @Benchmark
    public void everyAdmission(Blackhole matches) {
        Matching matching = Matching.in(resources);
        for (Resource resource : resources) {
            if (resource instanceof ReleasePlanAdmission admission) {
                matches.consume(matching.of(admission));
            }
        }
    }
}
