package dev.konflux.release.benchmarks.collectors;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.Collectors;
import dev.konflux.release.collectors.git.GitAccess;
import dev.konflux.release.collectors.git.GitClones;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the {@code cve} collector over one repository, again and again, for {@code benchmarks/peers/collectors/run}. Arguments: address, previous
 * revision, revision, {@code fresh} (every run clones anew) or {@code cached}, number of runs. Prints a line a run, with wall time and the
 * processor time of the whole process, and the peak of the heap.
 */
public final class CveTimings {

    private static final double NANOS = 1e9;
    private static final double MEBI = 1 << 20;

    private CveTimings() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean cached = arguments[3].equals("cached");
        Path folder = Files.createTempDirectory("cve-timings");
        try {
            for (int run = 0; run < Integer.parseInt(arguments[4]); run++) {
                Path clones = folder.resolve(cached ? "cache" : "run" + run);
                long start = System.nanoTime();
                long processorStart = processorNanos();
                GitAccess git = GitClones.cachedIn(clones).build();
                int found = collect(git, arguments[0], arguments[1], arguments[2]);
                double seconds = (System.nanoTime() - start) / NANOS;
                double processor = (processorNanos() - processorStart) / NANOS;
                out.printf(Locale.ROOT, "%.4f s wall, %.3f s processor, %d found%n", seconds, processor, found);
            }
            out.printf(Locale.ROOT, "heap peak %.0f MiB%n", heapPeak());
        } finally {
            GitClones.into(folder).build().close();
        }
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static double heapPeak() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            boolean heap = pool.getType() == MemoryType.HEAP;
            bytes += heap ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes / MEBI;
    }

    private static int collect(GitAccess git, String url, String since, String until) {
        Map<String, DataObject> snapshots = Map.of("now", snapshot(url, until), "before", snapshot(url, since));
        Collector cve = Collectors.installed().require("cve");
        Data found = cve.collect(CollectorContext.builder()
                .release(release("now"))
                .previousRelease(release("before"))
                .snapshots((namespace, name) -> Optional.ofNullable(snapshots.get(name)))
                .git(git)
                .build());
        return found.items("releaseNotes", "cves").size();
    }

    private static DataObject release(String snapshot) {
        return DataObject.of(
                "metadata",
                DataObject.of("namespace", Data.of("dev")),
                "spec",
                DataObject.of("snapshot", Data.of(snapshot)));
    }

    private static DataObject snapshot(String url, String revision) {
        DataObject git = DataObject.of("url", Data.of(url), "revision", Data.of(revision));
        DataObject component = DataObject.of("name", Data.of("app"), "source", DataObject.of("git", git));
        return DataObject.of("spec", DataObject.of("components", DataArray.of(List.of(component))));
    }
}
