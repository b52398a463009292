package dev.konflux.release.testkit.runs;

import com.google.common.collect.Comparators;
import dev.konflux.release.model.Timeouts;
import java.time.Duration;
import java.util.Optional;

/** How the operator makes the three time limits of a run fit together: the run's is at least the tasks' and the finally tasks'. */
final class TimeoutRules {

    private static final Duration BUFFER = Duration.ofMinutes(10);
    private static final Duration SHORT_RUN = Duration.ofMinutes(20);

    private TimeoutRules() {}

    /** The limits of a run: those asked for, made to fit, or the service's when that leaves none. */
    static Timeouts forRun(Timeouts wanted, Timeouts defaults) {
        Timeouts adjusted = adjusted(canonical(wanted));
        return adjusted.data().isEmpty() ? canonical(defaults) : adjusted;
    }

    /** Only the three limits, in the text Go writes. */
    static Timeouts canonical(Timeouts limits) {
        Timeouts written = Timeouts.none();
        written = limits.pipeline().map(written::withPipeline).orElse(written);
        written = limits.tasks().map(written::withTasks).orElse(written);
        return limits.finallyTasks().map(written::withFinallyTasks).orElse(written);
    }

    /** A limit of zero counts as not set, but stays when nothing is set. */
    private static Timeouts adjusted(Timeouts given) {
        Optional<Duration> pipeline = given.pipeline().filter(TimeoutRules::isSet);
        Optional<Duration> tasks = given.tasks().filter(TimeoutRules::isSet);
        Optional<Duration> last = given.finallyTasks().filter(TimeoutRules::isSet);
        if (pipeline.isPresent()) {
            return withinRun(pipeline.get(), tasks, last);
        }
        if (tasks.isPresent()) {
            Timeouts limits = Timeouts.none().withTasks(tasks.get());
            return last.map(limit ->
                            limits.withPipeline(tasks.get().plus(limit)).withFinallyTasks(limit))
                    .orElseGet(() -> limits.withPipeline(tasks.get().plus(BUFFER)));
        }
        return last.isPresent() ? Timeouts.none() : given;
    }

    private static boolean isSet(Duration limit) {
        return !limit.isZero() && !limit.isNegative();
    }

    private static Timeouts withinRun(Duration run, Optional<Duration> tasks, Optional<Duration> last) {
        Duration buffer = run.compareTo(SHORT_RUN) < 0 ? run.dividedBy(2) : BUFFER;
        Timeouts limits = Timeouts.none().withPipeline(run);
        if (last.isEmpty()) {
            boolean fits = tasks.isPresent() && tasks.get().compareTo(run) < 0;
            return limits.withTasks(fits ? tasks.get() : run.minus(buffer));
        }
        Duration most = run.dividedBy(2);
        Duration wantedTasks = tasks.orElse(run.minus(last.get()));
        boolean fits = tasks.isPresent()
                ? run.compareTo(wantedTasks.plus(last.get())) >= 0
                : last.get().compareTo(most) <= 0;
        return fits
                ? limits.withTasks(wantedTasks).withFinallyTasks(last.get())
                : limits.withTasks(run.minus(buffer)).withFinallyTasks(buffer);
    }

    /** A task's limit raised by a retry, and the run's limits made large enough for it as far as they are set. */
    static Timeouts raisedFor(Duration task, Timeouts limits) {
        Timeouts raised = limits.tasks()
                .filter(tasks -> task.compareTo(tasks) > 0)
                .map(tasks -> limits.withTasks(task))
                .orElse(limits);
        Duration needed =
                raised.tasks().orElse(Duration.ZERO).plus(raised.finallyTasks().orElse(Duration.ZERO));
        return raised.pipeline()
                .map(run -> raised.withPipeline(Comparators.max(run, needed)))
                .orElse(raised);
    }
}
