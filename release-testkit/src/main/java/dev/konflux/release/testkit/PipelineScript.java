package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.testkit.runs.Phase;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/**
 * Runs that go as a test says. What was said for a phase is used up by its next runs, of whichever release; after that, and where nothing
 * was said, runs go as usual: they succeed, unless another usual end was set.
 */
public final class PipelineScript implements PipelineRunner {

    private final Map<Phase, Queue<PipelineResult>> next = new EnumMap<>(Phase.class);
    private final Map<Phase, PipelineResult> usual = new EnumMap<>(Phase.class);

    /** Every run succeeds until something else is said. */
    public static PipelineScript succeeding() {
        return new PipelineScript();
    }

    private PipelineScript() {}

    /** Says how the next runs of a phase go, one after the other. */
    @CanIgnoreReturnValue
    public synchronized PipelineScript next(Phase phase, PipelineResult... results) {
        next.computeIfAbsent(phase, unused -> new ArrayDeque<>()).addAll(Arrays.asList(results));
        return this;
    }

    /** Says how the runs of a phase go about which nothing else was said. */
    @CanIgnoreReturnValue
    public synchronized PipelineScript usually(Phase phase, PipelineResult result) {
        usual.put(phase, result);
        return this;
    }

    @Override
    public synchronized PipelineResult run(Request request) {
        Queue<PipelineResult> waiting = next.get(request.phase());
        PipelineResult said = waiting == null ? null : waiting.poll();
        return said != null ? said : usual.getOrDefault(request.phase(), PipelineResult.succeed());
    }
}
