package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.releasedata.ReleaseData;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** Release data of three documents merged, and applied to a Snapshot of as many components: four tag templates each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MergeAndMappingBenchmark {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-08-20T12:00:00Z"), ZoneOffset.UTC);

    @Param({"100", "1000", "10000"})
    int components;

    private DataObject release = DataObject.empty();
    private DataObject plan = DataObject.empty();
    private DataObject admission = DataObject.empty();
    private DataObject snapshot = DataObject.empty();

    /** Writes the documents. */
    @Setup
    public void write() {
        ReleaseDataSamples samples = new ReleaseDataSamples(components);
        release = samples.release();
        plan = samples.plan();
        admission = samples.admission();
        snapshot = samples.snapshot();
    }

    /** The merge alone. */
    @Benchmark
    public ReleaseData merge() {
        return ReleaseData.merge(release, plan, admission);
    }

    /** The merge, and the mapping of the Snapshot. */
    @Benchmark
    public MappedSnapshot mergeAndMap() {
        return SnapshotMapping.of(merge()).addingTimestampTag().apply(snapshot, new SampleRegistry(), NOON);
    }
}
