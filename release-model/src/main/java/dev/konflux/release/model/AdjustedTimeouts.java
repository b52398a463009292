package dev.konflux.release.model;

import java.time.Duration;

/** The operator's arithmetic with time limits. */
final class AdjustedTimeouts {

    private static final Duration BUFFER = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMinutes(20);

    private AdjustedTimeouts() {}

    static Timeouts of(Timeouts given) {
        Duration pipeline = given.pipeline().orElse(Duration.ZERO);
        Duration tasks = given.tasks().orElse(Duration.ZERO);
        Duration finals = given.finallyTasks().orElse(Duration.ZERO);
        if (!isSet(pipeline)) {
            return withoutPipeline(given, tasks, finals);
        }
        return isSet(finals) ? withFinally(given, pipeline, tasks, finals) : withoutFinally(given, pipeline, tasks);
    }

    private static Timeouts withoutPipeline(Timeouts given, Duration tasks, Duration finals) {
        if (isSet(tasks)) {
            return given.withPipeline(tasks.plus(isSet(finals) ? finals : BUFFER));
        }
        return isSet(finals) ? Timeouts.none() : given;
    }

    private static Timeouts withoutFinally(Timeouts given, Duration pipeline, Duration tasks) {
        boolean fits = isSet(tasks) && tasks.compareTo(pipeline) < 0;
        return fits ? given : given.withTasks(pipeline.minus(buffer(pipeline)));
    }

    private static Timeouts withFinally(Timeouts given, Duration pipeline, Duration tasks, Duration finals) {
        if (isSet(tasks) && pipeline.compareTo(tasks.plus(finals)) >= 0) {
            return given;
        }
        if (!isSet(tasks) && finals.compareTo(pipeline.dividedBy(2)) <= 0) {
            return given.withTasks(pipeline.minus(finals));
        }
        return given.withTasks(pipeline.minus(buffer(pipeline))).withFinallyTasks(buffer(pipeline));
    }

    private static Duration buffer(Duration pipeline) {
        return pipeline.compareTo(SHORT) < 0 ? pipeline.dividedBy(2) : BUFFER;
    }

    private static boolean isSet(Duration limit) {
        return !limit.isZero() && !limit.isNegative();
    }
}
