package dev.konflux.release.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether a result of one package fails the verdict or warns. */
final class Classification {

    private enum Origin {
        WARNING,
        FAILURE,
        EXCEPTION,
        SKIPPED
    }

    private final Map<String, Origin> origins = new HashMap<>();
    private final Instant effectiveTime;

    Classification(EngineOutcome found, Instant effectiveTime) {
        this.effectiveTime = effectiveTime;
        // where a code first appears decides for all its results
        note(found.warnings(), Origin.WARNING);
        note(found.failures(), Origin.FAILURE);
        note(found.exceptions(), Origin.EXCEPTION);
        note(found.skipped(), Origin.SKIPPED);
    }

    private void note(List<RuleResult> results, Origin origin) {
        results.forEach(result -> origins.putIfAbsent(key(result.code(), result.message()), origin));
    }

    private static String key(Optional<String> code, String message) {
        return code.map(known -> "c" + known).orElse("m" + message);
    }

    /** The result where it belongs, and why. */
    ResultTrace place(ResultTrace trace) {
        PolicyResult result = trace.result();
        String severity = result.metadata().findText("severity").orElse("");
        Origin origin = origins.get(key(result.code(), result.message()));
        if (origin == null) {
            return trace.placed(Placement.WARNING, "nothing of that code was found");
        }
        return switch (origin) {
            case WARNING ->
                severity.equals("failure")
                        ? trace.placed(Placement.VIOLATION, "its severity is failure")
                        : trace.placed(Placement.WARNING, "found by a warn rule");
            case FAILURE ->
                severity.equals("warning") ? trace.placed(Placement.WARNING, "its severity is warning") : byDate(trace);
            case EXCEPTION -> trace.placed(Placement.EXCEPTED, "the engine excepted it");
            case SKIPPED -> trace.placed(Placement.SKIPPED, "the engine skipped it");
        };
    }

    private ResultTrace byDate(ResultTrace trace) {
        PolicyResult result = trace.result();
        if (isEffective(result)) {
            return trace.placed(Placement.VIOLATION, "found by a deny rule");
        }
        String date = result.effectiveOn().orElse("");
        String message = withoutFullStop(result.message()) + ". This will become a failure starting on " + date;
        return trace.with(result.withMessage(message)).placed(Placement.WARNING, "becomes a violation on " + date);
    }

    /** Strictly after its date; what is no date is effective. */
    private boolean isEffective(PolicyResult result) {
        return result.effectiveOn()
                .flatMap(PolicyTimes::findEffectiveOn)
                .map(date -> date.isBefore(effectiveTime))
                .orElse(true);
    }

    static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
