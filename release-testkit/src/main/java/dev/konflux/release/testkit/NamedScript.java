package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** How the runs of a scenario, or the builds of a component, go: as a test says by name, and where nothing was said, they succeed. */
public final class NamedScript {

    private final Map<String, Queue<PipelineResult>> next = new HashMap<>();
    private final Map<String, PipelineResult> usual = new HashMap<>();

    NamedScript() {}

    /** Says how the next runs of that name go, one after the other. */
    @CanIgnoreReturnValue
    public synchronized NamedScript next(String name, PipelineResult... results) {
        next.computeIfAbsent(name, unused -> new ArrayDeque<>()).addAll(Arrays.asList(results));
        return this;
    }

    /** Says how the runs of that name go about which nothing else was said. */
    @CanIgnoreReturnValue
    public synchronized NamedScript usually(String name, PipelineResult result) {
        usual.put(name, result);
        return this;
    }

    synchronized PipelineResult result(String name) {
        Queue<PipelineResult> waiting = next.get(name);
        PipelineResult said = waiting == null ? null : waiting.poll();
        return said != null ? said : usual.getOrDefault(name, PipelineResult.succeed());
    }
}
