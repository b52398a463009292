package dev.konflux.release.testkit;

import dev.konflux.release.testkit.operator.Operator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time and everything that happens in it, one thing after the other. Threads take turns at the door; inside there is only one, so
 * the same calls give the same story.
 */
final class Engine implements InstantSource {

    /** How often failed work is repeated while nothing else is due. With the operator's delays that is a good part of a day. */
    private static final int MOST_RETRIES = 100;

    private final ReentrantLock door = new ReentrantLock();
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private Instant now;
    private long numbers;
    private int retriesInARow;
    private final List<BooleanSupplier> followers = new ArrayList<>();
    private @Nullable Operator operator;

    private record Due(Instant at, long number, Runnable work) {}

    Engine(Instant start) {
        this.now = start;
    }

    void drive(Operator driven) {
        this.operator = driven;
    }

    /** Lets somebody act on whatever the operator did; true when he had something to do. */
    void follow(BooleanSupplier follower) {
        followers.add(follower);
    }

    private Operator operator() {
        if (operator == null) {
            throw new IllegalStateException("nothing to drive yet");
        }
        return operator;
    }

    @Override
    public Instant instant() {
        return inside(() -> now);
    }

    /** Looks at something without letting anything happen. */
    <T> T inside(Supplier<T> look) {
        door.lock();
        try {
            return look.get();
        } finally {
            door.unlock();
        }
    }

    /** Does something, and then whatever it leads to at this moment. */
    <T> T doing(Supplier<T> deed) {
        return inside(() -> {
            retriesInARow = 0;
            T result = deed.get();
            work();
            return result;
        });
    }

    /** Puts work on the agenda. */
    void at(Instant time, Runnable work) {
        agenda.add(new Due(time, numbers++, work));
    }

    private void work() {
        operator().retryDue();
        operate();
        for (Due due = agenda.peek(); due != null && !due.at().isAfter(now); due = agenda.peek()) {
            agenda.remove(due);
            due.work().run();
            operate();
        }
    }

    private void operate() {
        boolean goesOn = true;
        while (goesOn) {
            operator().run();
            goesOn = followers.stream().anyMatch(BooleanSupplier::getAsBoolean);
        }
    }

    private Optional<Instant> nextMoment() {
        return Stream.concat(Stream.ofNullable(agenda.peek()).map(Due::at), operator().nextRetry().stream())
                .min(Comparator.naturalOrder());
    }

    void advanceTo(Instant time) {
        inside(() -> {
            if (time.isBefore(now)) {
                throw new IllegalArgumentException(
                        "time runs forwards: it is " + now + ", not " + time + " or earlier");
            }
            for (Optional<Instant> next = nextMoment();
                    next.isPresent() && !next.get().isAfter(time);
                    next = nextMoment()) {
                moveTo(next.get());
            }
            moveTo(time);
            return now;
        });
    }

    private void moveTo(Instant time) {
        now = time.isAfter(now) ? time : now;
        work();
    }

    /** Moves on to the next moment at which something is due; false when there is none, or only work that fails again and again. */
    boolean step() {
        return inside(() -> {
            Optional<Instant> next = nextMoment();
            retriesInARow = agenda.isEmpty() ? retriesInARow + 1 : 0;
            if (next.isEmpty() || retriesInARow > MOST_RETRIES) {
                return false;
            }
            moveTo(next.get());
            return true;
        });
    }

    void settle() {
        inside(() -> {
            retriesInARow = 0;
            for (boolean moved = step(); moved; moved = step()) {}
            if (operator().nextRetry().isPresent()) {
                throw new UnsettledException("the operator does not come to rest: " + restlessness());
            }
            return now;
        });
    }

    /** Why the operator goes on looking at objects; empty text when it does not. */
    String restlessness() {
        return inside(() -> operator().reconciliations().stream()
                .filter(done -> done.isFailed()
                        && operator().retrying().stream()
                                .anyMatch(retrying -> retrying.reference().equals(done.reference())
                                        && retrying.controller().equals(done.controller())))
                .reduce((earlier, later) -> later)
                .map(done -> done.controller() + " " + done.reference() + ": " + done.error())
                .orElse(""));
    }
}
