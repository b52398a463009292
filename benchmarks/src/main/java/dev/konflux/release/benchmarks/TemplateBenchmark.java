package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.NotesRenderer;
import dev.konflux.release.notes.Template;
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

/** Rendering with a template that was parsed before, and parsing and rendering each time; linear when ten times as much takes ten times as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TemplateBenchmark {

    @Param
    TemplateWorkload workload = TemplateWorkload.SMALL;

    private final NotesRenderer renderer = NotesRenderer.create();
    private String source = "";
    private DataObject data = DataObject.empty();
    private Template template = renderer.parse("");

    /** Parses the template and makes its data. */
    @Setup
    public void prepare() {
        source = workload.template();
        data = workload.data();
        template = renderer.parse(source);
    }

    /** The text for a template that was parsed before. */
    @Benchmark
    public String parsedOnce() {
        return template.render(data);
    }

    /** The text for a template as it stands in a file. */
    @Benchmark
    public String parsedEachTime() {
        return renderer.parse(source).render(data);
    }
}
