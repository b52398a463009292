package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.preview.AdvisoryPreview;
import dev.konflux.release.notes.preview.AdvisorySurroundings;
import dev.konflux.release.testkit.surroundings.AdvisoriesInMemory;
import dev.konflux.release.testkit.surroundings.FlawsInMemory;
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

/** The preview of an advisory, document included, for components of two platforms each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreviewBenchmark {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-08-20T12:00:00Z"), ZoneOffset.UTC);

    @Param({"20", "200"})
    int images;

    private ReleaseData data = ReleaseData.of(DataObject.empty());
    private DataObject mapped = DataObject.empty();
    private AdvisorySurroundings surroundings = AdvisorySurroundings.of(
                    new SampleRegistry()::platforms, new AdvisoriesInMemory(), NOON)
            .build();

    /** Maps the Snapshot and finds out about the flaws. */
    @Setup
    public void map() {
        ReleaseDataSamples samples = new ReleaseDataSamples(images / 2);
        data = ReleaseData.merge(samples.release(), samples.plan(), samples.admission());
        mapped = SnapshotMapping.of(data)
                .apply(samples.snapshot(), new SampleRegistry(), NOON)
                .spec();
        FlawsInMemory flaws = new FlawsInMemory();
        for (Data cve : data.value().items("releaseNotes", "cves")) {
            flaws.flaw(cve.findText("key").orElseThrow(), "IMPORTANT");
        }
        surroundings = AdvisorySurroundings.of(new SampleRegistry()::platforms, new AdvisoriesInMemory(), NOON)
                .flaws(flaws)
                .signing(DataObject.of("SIG_KEY_NAME", Data.of("release-key")))
                .build();
        if (preview().yaml().isEmpty()) {
            throw new IllegalStateException("no advisory: " + preview().findings());
        }
    }

    /** From release data to the text of the advisory. */
    @Benchmark
    public AdvisoryPreview preview() {
        return AdvisoryPreview.of(data, mapped, "shop-tenant", surroundings);
    }
}
