package dev.konflux.release.benchmarks;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.policy.PolicyCatalog;
import dev.konflux.release.policy.PolicyEvaluator;
import dev.konflux.release.policy.PolicyInput;
import dev.konflux.release.policy.PolicyReport;
import dev.konflux.release.policy.builtin.BuiltInRules;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The whole verdict on many images by the policy {@code redhat}; linear in the images, and twice as fast with two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyImagesBenchmark {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final int PACKAGES = 20;

    @Param({"100", "1000"})
    int images;

    @Param({"1", "2"})
    int threads;

    private List<PolicyInput> inputs = List.of();
    private ExecutorService executor = Executors.newSingleThreadExecutor();
    private PolicyEvaluator evaluator =
            PolicyEvaluator.of(EnterpriseContractPolicy.builder().build()).build();

    /** Makes the images. */
    @Setup
    public void start() {
        inputs = IntStream.range(0, images)
                .mapToObj(i -> PolicyInput.of(PolicyInputs.image(PACKAGES, i)))
                .toList();
        evaluator = PolicyEvaluator.of(PolicyCatalog.readyMade().policy("redhat"))
                .rules(BuiltInRules.release())
                .data(PolicyInputs.data())
                .build();
        executor.shutdown();
        executor = Executors.newFixedThreadPool(threads);
    }

    /** Ends the threads. */
    @TearDown
    public void stop() {
        executor.shutdown();
    }

    /** The verdicts on all images. */
    @Benchmark
    public List<PolicyReport> judge() {
        return evaluator.evaluateAll(inputs, NOW, executor);
    }
}
