package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.testkit.runs.Phase;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Runs that go as a test says. What was said for a phase is used up by its next runs, of whichever release; after that, and where nothing
 * was said, runs go as usual: as another runner says, or they succeed, unless another usual end was set.
 */
public final class PipelineScript implements PipelineRunner {

    private final Map<Phase, Queue<PipelineResult>> next = new EnumMap<>(Phase.class);
    private final Map<Phase, PipelineResult> usual = new EnumMap<>(Phase.class);
    private final PipelineRunner others;

    /** Every run succeeds until something else is said. */
    public static PipelineScript succeeding() {
        return over(request -> PipelineResult.succeed());
    }

    /** Every run goes as the runner says until something else is said. */
    public static PipelineScript over(PipelineRunner runner) {
        return new PipelineScript(runner);
    }

    private PipelineScript(PipelineRunner others) {
        this.others = others;
    }

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
    public PipelineResult run(Request request) {
        return said(request.phase()).orElseGet(() -> others.run(request));
    }

    @Override
    public PipelineProgress begin(Request request) {
        return said(request.phase()).map(PipelineProgress::of).orElseGet(() -> others.begin(request));
    }

    private synchronized Optional<PipelineResult> said(Phase phase) {
        Queue<PipelineResult> waiting = next.get(phase);
        PipelineResult said = waiting == null ? null : waiting.poll();
        return Optional.ofNullable(said != null ? said : usual.get(phase));
    }
}
