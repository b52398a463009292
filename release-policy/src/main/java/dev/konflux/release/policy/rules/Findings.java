package dev.konflux.release.policy.rules;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.policy.RuleResult;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a rule found so far. A finding with an undefined part is none. */
final class Findings {

    private final String template;
    private final RuleResult blank;
    private final Set<RuleResult> results = new LinkedHashSet<>();

    /**
     * Starts without findings.
     *
     * @param template the rule's message with verbs for the parameters
     * @param blank what all results of the rule have in common
     */
    Findings(String template, RuleResult blank) {
        this.template = template;
        this.blank = blank;
    }

    List<RuleResult> results() {
        return List.copyOf(results);
    }

    /** Reports the rule's message filled with the parameters. */
    void add(Value... parameters) {
        finding(parameters).report();
    }

    /** Reports the rule's message filled with the parameters, about the term. */
    void addAbout(Value term, Value... parameters) {
        finding(parameters).about(term).report();
    }

    /** Starts a finding with the rule's message. */
    Finding finding(Value... parameters) {
        return new Finding(Template.fill(template, parameters));
    }

    /** Starts a finding with a message of its own. */
    Finding saying(Value message) {
        return new Finding(message);
    }

    /** A finding that is not reported yet. */
    final class Finding {

        private RuleResult result = blank;
        private boolean defined = true;

        private Finding(Value message) {
            with("msg", message);
        }

        /** What of many things it is about. */
        @CanIgnoreReturnValue
        Finding about(Value term) {
            return with("term", term);
        }

        /** A severity of its own. */
        @CanIgnoreReturnValue
        Finding severity(String severity) {
            return with("severity", Value.of(severity));
        }

        /** A date of its own, if there is one. */
        @CanIgnoreReturnValue
        Finding since(Value date) {
            return date.isDefined() ? with("effective_on", date) : this;
        }

        @CanIgnoreReturnValue
        private Finding with(String name, Value value) {
            defined = defined && value.isDefined();
            if (defined) {
                result = result.with(name, value.data().orElseThrow());
            }
            return this;
        }

        void report() {
            if (defined) {
                results.add(result);
            }
        }
    }
}
