package dev.konflux.release.benchmarks;

import dev.konflux.release.model.Resources;
import dev.konflux.release.model.lint.Lint;
import dev.konflux.release.model.lint.LintReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads a folder of documents, a file each, asks every rule and writes the report: one cold run, as a program at the command line makes
 * it, in a heap that must suffice.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgs = "-Xmx256m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LintBenchmark {

    private static final List<String> TEMPLATES = List.of("""
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata:
              name: plan-%1$d
              namespace: team-%2$d
              labels: {release.appstudio.openshift.io/auto-release: "true", release.appstudio.openshift.io/standing-attribution: "true"}
            spec:
              application: shop-%1$d
              target: managed-%2$d
              data:
                releaseNotes: {type: RHEA, synopsis: Shop %1$d, topic: A shop, description: Sells, solution: Update}
            """, """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlanAdmission
            metadata: {name: admission-%1$d, namespace: managed-%2$d}
            spec:
              applications: [shop-%1$d]
              origin: team-%2$d
              policy: strict
              pipeline:
                pipelineRef:
                  resolver: git
                  params:
                    - {name: url, value: "https://git.example/pipelines"}
                    - {name: revision, value: production}
                    - {name: pathInRepo, value: pipelines/managed/shop/shop.yaml}
                timeouts: {pipeline: 4h0m0s, tasks: 3h50m}
              data:
                mapping:
                  defaults: {tags: ["{{ git_sha }}", latest]}
                  components:
                    - {name: web, repositories: [{url: registry.example/shop/web}]}
                    - {name: api, repositories: [{url: registry.example/shop/api}]}
            """, """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Release
            metadata: {name: release-%1$d, namespace: team-%2$d}
            spec:
              releasePlan: plan-%1$d
              snapshot: snapshot-%1$d
              data:
                releaseNotes: {type: RHSA, cves: [{key: CVE-2026-1001, component: web}, {key: CVE-2026-1002, component: wep}]}
            """, """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Snapshot
            metadata: {name: snapshot-%1$d, namespace: team-%2$d, creationTimestamp: "2026-01-01T00:00:00Z"}
            spec:
              application: shop-%1$d
              components:
                - name: web
                  containerImage: quay.io/shop/web@sha256:0123456789012345678901234567890123456789012345678901234567890123
                  source: {git: {url: "https://git.example/web", revision: main}}
                - name: api
                  containerImage: quay.io/shop/api:latest
                  source: {git: {url: "https://git.example/api", revision: main}}
            """);

    @Param({"1000", "10000"})
    int documents;

    private Path folder = Path.of("");

    /** Plans, admissions, Releases and Snapshots in equal number; every fourth one names a component wrongly, every fourth a tag. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("lint-benchmark");
        for (int i = 0; i < documents; i++) {
            int shop = i / TEMPLATES.size();
            String text = TEMPLATES.get(i % TEMPLATES.size()).formatted(shop, shop / 100);
            Files.writeString(folder.resolve("document-" + i + ".yaml"), text);
        }
    }

    /** Removes the folder. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(LintBenchmark::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the folder to the text for people. */
    @Benchmark
    public String folder() {
        LintReport report = Lint.standard().check(Resources.read(folder));
        return report.toText();
    }
}
