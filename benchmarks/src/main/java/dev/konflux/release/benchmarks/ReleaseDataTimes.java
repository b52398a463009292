package dev.konflux.release.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The benchmarks of release data by processor time of their thread instead of time on the wall, so that a busy machine matters less. Prints
 * name, size, and median and least milliseconds of the second half of the repetitions.
 */
public final class ReleaseDataTimes {

    private static final long NANOS_A_MILLISECOND = 1_000_000;
    private static final int FEWEST = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long millisecondsEach;

    private ReleaseDataTimes(long millisecondsEach) {
        this.millisecondsEach = millisecondsEach;
    }

    /**
     * Measures everything.
     *
     * @param arguments the milliseconds of processor time for each measurement; 4,000 when there is none
     */
    public static void main(String[] arguments) {
        new ReleaseDataTimes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 4_000).measureAll();
    }

    private void measureAll() {
        for (int components : List.of(10, 100, 1_000)) {
            DataKeysBenchmark keys = new DataKeysBenchmark();
            keys.components = components;
            keys.merge();
            measure("validate", components, keys::validate);
        }
        for (int components : List.of(100, 1_000, 10_000)) {
            MergeAndMappingBenchmark mapping = new MergeAndMappingBenchmark();
            mapping.components = components;
            mapping.write();
            measure("merge", components, mapping::merge);
            measure("merge and map", components, mapping::mergeAndMap);
        }
        for (int images : List.of(20, 200)) {
            PreviewBenchmark preview = new PreviewBenchmark();
            preview.images = images;
            preview.map();
            measure("preview", images, preview::preview);
        }
    }

    private void measure(String name, int size, Supplier<?> work) {
        List<Long> times = new ArrayList<>();
        long spent = 0;
        while (spent < millisecondsEach * NANOS_A_MILLISECOND || times.size() < FEWEST) {
            long start = threads.getCurrentThreadCpuTime();
            if (work.get() == null) {
                throw new IllegalStateException(name + " gives nothing");
            }
            long used = threads.getCurrentThreadCpuTime() - start;
            spent += used;
            times.add(used);
        }
        List<Long> warm = new ArrayList<>(times.subList(times.size() / 2, times.size()));
        Collections.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%s %d: median %.3f, least %.3f ms of processor time (%d repetitions)%n",
                name,
                size,
                milliseconds(warm.get(warm.size() / 2)),
                milliseconds(warm.get(0)),
                times.size());
    }

    private static double milliseconds(long nanos) {
        return nanos / (double) NANOS_A_MILLISECOND;
    }
}
