package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests in the order they came, each at most once; those that failed come back after a growing delay. */
final class WorkQueue {

    private static final Duration FIRST_DELAY = Duration.ofMillis(5);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1000);
    private static final int MOST_DOUBLINGS = 18;

    private final Set<Request> waiting = new LinkedHashSet<>();
    private final List<Retry> retries = new ArrayList<>();
    private final Map<Request, Integer> failures = new HashMap<>();

    private record Retry(Request request, Instant due) {}

    void add(Request request) {
        waiting.add(request);
    }

    Optional<Request> poll() {
        Iterator<Request> requests = waiting.iterator();
        if (!requests.hasNext()) {
            return Optional.empty();
        }
        Request next = requests.next();
        requests.remove();
        return Optional.of(next);
    }

    void succeeded(Request request) {
        failures.remove(request);
    }

    void failed(Request request, Instant now) {
        int earlier = failures.merge(request, 1, Integer::sum) - 1;
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(earlier, MOST_DOUBLINGS));
        retries.add(new Retry(request, now.plus(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay)));
    }

    /** The failed requests whose turn has not come again, oldest first. */
    List<Request> retrying() {
        return retries.stream().map(Retry::request).collect(ImmutableList.toImmutableList());
    }

    Optional<Instant> nextRetry() {
        return retries.stream().map(Retry::due).min(Comparator.naturalOrder());
    }

    /** Lets the failed requests come back whose delay is over. */
    void release(Instant now) {
        retries.removeIf(retry -> {
            boolean due = !retry.due().isAfter(now);
            if (due) {
                waiting.add(retry.request());
            }
            return due;
        });
    }

    /** Lets all failed requests come back at once. */
    void releaseAll() {
        release(Instant.MAX);
    }

    void forgetRetries() {
        retries.clear();
        failures.clear();
    }
}
