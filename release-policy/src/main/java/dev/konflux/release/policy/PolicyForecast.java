package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.Instant;
import java.util.List;

/**
 * What fails on a date and does not fail now.
 *
 * <pre>{@code
 * PolicyForecast forecast = PolicyForecast.of(evaluator, inputs, now, date);
 * forecast.byRule().forEach(...);
 * }</pre>
 */
public final class PolicyForecast {

    private final Instant date;
    private final ImmutableList<ForecastViolation> appearing;
    private final ImmutableList<ForecastViolation> disappearing;

    private PolicyForecast(Instant date, List<ForecastViolation> appearing, List<ForecastViolation> disappearing) {
        this.date = date;
        this.appearing = ImmutableList.copyOf(appearing);
        this.disappearing = ImmutableList.copyOf(disappearing);
    }

    /**
     * Judges the inputs at both times and takes the difference.
     *
     * @throws PolicyEvaluationException when there is no verdict on one of the inputs at one of the times
     */
    public static PolicyForecast of(PolicyEvaluator evaluator, List<PolicyInput> inputs, Instant now, Instant date) {
        ImmutableList.Builder<ForecastViolation> appearing = ImmutableList.builder();
        ImmutableList.Builder<ForecastViolation> disappearing = ImmutableList.builder();
        for (PolicyInput input : inputs) {
            PolicyReport today = evaluator.evaluate(input, now);
            PolicyReport then = evaluator.evaluate(input, date);
            appearing.addAll(ForecastViolation.onlyIn(then, today));
            disappearing.addAll(ForecastViolation.onlyIn(today, then));
        }
        return new PolicyForecast(date, appearing.build(), disappearing.build());
    }

    /** The date that was looked at. */
    public Instant date() {
        return date;
    }

    /** Violations of that date that are none now, by input and in report order. */
    public List<ForecastViolation> appearing() {
        return appearing;
    }

    /** Violations of now that are none on that date, as an exclude begins or an include ends before it. */
    public List<ForecastViolation> disappearing() {
        return disappearing;
    }

    /** What appears, by the code of the rule. */
    public ImmutableListMultimap<String, ForecastViolation> byRule() {
        return Multimaps.index(appearing, violation -> violation.result().code().orElse(""));
    }

    /** What appears, by component; what belongs to none stands under the empty name. */
    public ImmutableListMultimap<String, ForecastViolation> byComponent() {
        return Multimaps.index(appearing, violation -> violation.target().componentName());
    }
}
