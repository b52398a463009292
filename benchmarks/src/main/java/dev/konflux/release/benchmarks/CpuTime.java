package dev.konflux.release.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A profiler for {@code -prof} that adds {@code cpu}: milliseconds of CPU time an operation, of the whole process, so that the garbage
 * collector and the compiler count and other work on the machine does not.
 */
public final class CpuTime implements InternalProfiler {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "CPU time of the process an operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public List<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long took = system.getProcessCpuTime() - before;
        double operations = result.getMetadata().getAllOps();
        double millis = took / (operations * TimeUnit.MILLISECONDS.toNanos(1));
        return List.of(new ScalarResult("cpu", millis, "ms/op", AggregationPolicy.AVG));
    }
}
