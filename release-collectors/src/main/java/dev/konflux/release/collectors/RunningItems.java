package dev.konflux.release.collectors;

import dev.konflux.release.model.data.Data;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of one run. The calling thread alone decides: it starts items, waits for what the others report, and ends those whose time is
 * over. A collector that does not react to being stopped keeps its thread, but nobody waits for it.
 */
final class RunningItems {

    /** How often the caller's own wish to stop is looked at. */
    private static final long LOOK_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ExecutorService threads;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Map<Item, Future<?>> running = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final int atOnce;
    private final FailurePolicy failurePolicy;
    private Optional<CollectorOutcome.Failed> firstFailure = Optional.empty();

    RunningItems(ExecutorService threads, List<ItemTask> tasks, int atOnce, FailurePolicy failurePolicy) {
        this.threads = threads;
        this.atOnce = atOnce;
        this.failurePolicy = failurePolicy;
        tasks.forEach(task -> items.add(new Item(task)));
        waiting.addAll(items);
    }

    CollectorRun run(Stage stage, Cancellation cancellation) throws InterruptedException {
        try {
            while (!isOver()) {
                start(cancellation);
                Report report = reports.poll(nanosToWait(), TimeUnit.NANOSECONDS);
                if (report != null) {
                    finish(report.item, report.outcome);
                }
                endIf(item -> item.nanosLeft() <= 0);
                if (cancellation.isRequested()) {
                    waiting.clear();
                    endIf(item -> true);
                }
            }
        } finally {
            running.forEach((item, future) -> stop(item, future));
        }
        boolean lost = isStopped();
        List<CollectorOutcome> outcomes = new ArrayList<>();
        for (Item item : items) {
            boolean isFound = item.outcome instanceof CollectorOutcome.Found;
            outcomes.add(lost && isFound ? new CollectorOutcome.Dropped(item.task.name()) : item.outcome);
        }
        return new CollectorRun(stage, outcomes, firstFailure);
    }

    private boolean isOver() {
        return isStopped() || (waiting.isEmpty() && running.isEmpty());
    }

    private boolean isStopped() {
        return failurePolicy == FailurePolicy.STOP && firstFailure.isPresent();
    }

    private void start(Cancellation cancellation) {
        while (running.size() < atOnce && !waiting.isEmpty()) {
            Item item = waiting.removeFirst();
            running.put(item, threads.submit(() -> reports.add(new Report(item, item.call(cancellation)))));
        }
    }

    private long nanosToWait() {
        long wait = LOOK_UP_NANOS;
        for (Item item : running.keySet()) {
            wait = Math.min(wait, Math.max(0, item.nanosLeft()));
        }
        return wait;
    }

    private void finish(Item item, CollectorOutcome outcome) {
        if (running.remove(item) == null) {
            return;
        }
        item.outcome = outcome;
        if (outcome instanceof CollectorOutcome.Failed failed && firstFailure.isEmpty()) {
            firstFailure = Optional.of(failed);
        }
    }

    private void endIf(Predicate<Item> condition) {
        for (Map.Entry<Item, Future<?>> entry : List.copyOf(running.entrySet())) {
            Item item = entry.getKey();
            if (condition.test(item)) {
                finish(item, outOfTime(item.task.name()));
                stop(item, entry.getValue());
            }
        }
    }

    private static CollectorOutcome.Failed outOfTime(String name) {
        return new CollectorOutcome.Failed(name, CollectorFailure.OUT_OF_TIME, "stopped: its time is over");
    }

    private static void stop(Item item, Future<?> future) {
        item.stopped = true;
        future.cancel(true);
    }

    /** An item and how far it is. */
    private static final class Item {

        private final ItemTask task;
        private CollectorOutcome outcome;
        private volatile boolean stopped;
        private volatile @Nullable Long startedAt;

        Item(ItemTask task) {
            this.task = task;
            this.outcome = new CollectorOutcome.Dropped(task.name());
        }

        /** Its time begins when a thread takes it up. */
        long nanosLeft() {
            Long start = startedAt;
            if (start == null || task.timeLimit().isZero()) {
                return Long.MAX_VALUE;
            }
            return task.timeLimit().toNanos() - (System.nanoTime() - start);
        }

        CollectorOutcome call(Cancellation cancellation) {
            startedAt = System.nanoTime();
            try {
                Data found = task.call().apply(() -> stopped || cancellation.isRequested());
                return new CollectorOutcome.Found(task.name(), found);
            } catch (CollectorFailure e) {
                return new CollectorOutcome.Failed(task.name(), e.exitCode(), String.valueOf(e.getMessage()));
            } catch (Throwable e) {
                // A plug-in's own: without a report the run would wait for ever. The text may hold anything, so only
                // the class is told.
                return new CollectorOutcome.Failed(
                        task.name(), 1, "the collector broke: " + e.getClass().getName());
            }
        }
    }

    /** What a thread has to say. */
    private record Report(Item item, CollectorOutcome outcome) {}
}
