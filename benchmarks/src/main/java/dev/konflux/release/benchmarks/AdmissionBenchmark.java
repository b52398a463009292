package dev.konflux.release.benchmarks;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.admission.AdmissionRequest;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** One pass over real documents; the peer in {@code benchmarks/peers/admission} makes the same pass with the libraries of the cluster. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
public class AdmissionBenchmark {

    /** A file of documents, one JSON text a line; {@code benchmarks/peers/admission/run} makes it of the recorded cases. */
    @Param("target/real-documents.jsonl")
    String documents;

    private final YamlReader yaml = YamlReader.of(Dialect.CLUSTER);
    private final Admission admission = Admission.chain();
    private List<String> texts = List.of();

    /** Reads the texts of the documents. */
    @Setup
    public void readTexts() throws IOException {
        List<String> read = new ArrayList<>();
        for (Data text : JsonReader.create().readAll(Files.readString(Path.of(documents)), documents)) {
            read.add(text.asText().orElseThrow());
        }
        texts = read;
    }

    /** Text to tree, positions included. */
    @Benchmark
    public void reading(Blackhole read) {
        for (String text : texts) {
            read.consume(yaml.read(text, ""));
        }
    }

    /** Text to stored object or refusal, webhooks included. */
    @Benchmark
    public void readingAndAdmitting(Blackhole verdicts) {
        for (String text : texts) {
            yaml.read(text, "")
                    .asObject()
                    .map(object -> AdmissionRequest.create("user", object))
                    .map(admission::review)
                    .ifPresent(verdicts::consume);
        }
    }
}
