package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.policy.Capabilities;
import dev.konflux.release.policy.PolicyEngine;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.builtin.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

/**
 * All rules for images over one image. The images are those of {@link PolicyInputs}, or, where the system property {@code policy.inputs}
 * names a file of recorded cases, the case on the given line of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyRulesBenchmark {

    private static final int[] PACKAGES = {0, 100, 1000};

    @Param({"0", "1", "2"})
    int line;

    private final PolicyEngine engine = PolicyEngine.of(BuiltInRules.release());
    private DataObject question = DataObject.empty();

    /** Reads or makes the image. */
    @Setup
    public void read() throws IOException {
        String file = System.getProperty("policy.inputs");
        question = file == null ? PolicyInputs.question(PACKAGES[line], 1) : recorded(Path.of(file));
    }

    private DataObject recorded(Path file) throws IOException {
        return JsonReader.create()
                .read(Files.readAllLines(file).get(line), file.toString())
                .asObject()
                .flatMap(recorded -> recorded.findObject("input"))
                .orElseThrow();
    }

    /** Every package on its own, as the real evaluator does it; what they derive from the image is shared. */
    @Benchmark
    public void everyRule(Blackhole sink) {
        RuleContext context = RuleContext.of(
                question.find("input").orElse(DataObject.empty()),
                question.findObject("data").orElse(DataObject.empty()),
                Instant.parse(question.findText("now").orElseThrow()),
                Capabilities.NONE);
        engine.namespaces().forEach(namespace -> sink.consume(engine.evaluate(namespace, context)));
    }
}
