package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.DataKeys;
import dev.konflux.release.model.datakeys.KeyViolation;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.releasedata.ReleaseData;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** The check of data keys on merged data of many components, with the systems of the pipeline for advisories; nothing is wrong with the data. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DataKeysBenchmark {

    private static final RequiredSystems ADVISORIES =
            RequiredSystems.parse(DataArray.of(Stream.of("releaseNotes", "pyxis", "mapping", "sign", "atlas")
                            .map(DataKeysBenchmark::mandatory)
                            .toList())
                    .toString());

    @Param({"10", "100", "1000"})
    int components;

    private ReleaseData data = ReleaseData.of(DataObject.empty());

    private static Data mandatory(String system) {
        return DataObject.of("systemName", Data.of(system), "dynamic", Data.of(false));
    }

    /** Merges the data. */
    @Setup
    public void merge() {
        ReleaseDataSamples samples = new ReleaseDataSamples(components);
        data = ReleaseData.merge(samples.release(), samples.plan(), samples.admission());
        if (!validate().isEmpty()) {
            throw new IllegalStateException("the data is not valid: " + validate());
        }
    }

    /** All rules. */
    @Benchmark
    public List<KeyViolation> validate() {
        return DataKeys.check(data, ADVISORIES);
    }
}
