package dev.konflux.release.collectors;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;

/**
 * Runs the collectors of a plan or an admission: several at a time, each with a time limit, their parameters filled in from the Release.
 */
public final class CollectorRunner {

    private static final int UPSTREAM_AT_ONCE = 4;
    private static final Duration UPSTREAM_TIME_LIMIT = Duration.ofMinutes(15);

    private final ExecutorService threads;
    private final Collectors collectors;
    private final int atOnce;
    private final Duration timeLimit;
    private final FailurePolicy failurePolicy;

    private CollectorRunner(Builder builder) {
        this.threads = builder.threads;
        this.collectors = builder.collectors;
        this.atOnce = builder.atOnce;
        this.timeLimit = builder.timeLimit;
        this.failurePolicy = builder.failurePolicy;
    }

    /** Runs collectors on the given threads, which stay the caller's to shut down. */
    public static Builder on(ExecutorService threads) {
        return new Builder(threads);
    }

    /**
     * Runs the collectors and waits for them. What a collector finds or why it fails is in the answer; nothing is thrown for it.
     *
     * @param stage whose collectors they are
     * @param settings the items, and the secrets they may read
     * @param context what all of them may use; its parameters and cancellation are replaced for every item, and its listener hears of steps
     *     from several threads
     * @throws InterruptedException when the waiting thread is interrupted; the collectors are stopped then
     */
    public CollectorRun run(Stage stage, CollectorSettings settings, CollectorContext context)
            throws InterruptedException {
        ItemCalls calls = new ItemCalls(collectors, stage, settings, context);
        List<ItemTask> tasks = settings.items().stream()
                .map(item -> new ItemTask(item.name(), limit(item), calls.of(item)))
                .toList();
        return new RunningItems(threads, tasks, atOnce, failurePolicy).run(stage, context.cancellation());
    }

    /** Zero seconds mean no limit. */
    private Duration limit(CollectorItem item) {
        OptionalLong seconds = item.timeout();
        return seconds.isPresent() ? Duration.ofSeconds(Math.max(0, seconds.getAsLong())) : timeLimit;
    }

    /** Says how to run; everything is upstream's way unless said otherwise. */
    public static final class Builder {

        private final ExecutorService threads;
        private Collectors collectors = Collectors.installed();
        private int atOnce = UPSTREAM_AT_ONCE;
        private Duration timeLimit = UPSTREAM_TIME_LIMIT;
        private FailurePolicy failurePolicy = FailurePolicy.STOP;

        private Builder(ExecutorService threads) {
            this.threads = threads;
        }

        /** The collectors to choose from; the installed ones by default. */
        @CanIgnoreReturnValue
        public Builder collectors(Collectors known) {
            this.collectors = known;
            return this;
        }

        /** How many run at a time; 4 by default. */
        @CanIgnoreReturnValue
        public Builder atOnce(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("at least one collector must run at a time, asked for " + most);
            }
            this.atOnce = most;
            return this;
        }

        /** How long an item without a {@code timeout} of its own may take; 900 seconds by default, zero means no limit. */
        @CanIgnoreReturnValue
        public Builder timeLimit(Duration limit) {
            this.timeLimit = limit;
            return this;
        }

        /** What becomes of the run when a collector fails. */
        @CanIgnoreReturnValue
        public Builder onFailure(FailurePolicy policy) {
            this.failurePolicy = policy;
            return this;
        }

        /** The runner. */
        public CollectorRunner build() {
            return new CollectorRunner(this);
        }
    }
}
