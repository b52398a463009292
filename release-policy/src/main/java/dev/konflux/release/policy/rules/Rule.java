package dev.konflux.release.policy.rules;

import com.google.common.base.Splitter;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleKind;
import dev.konflux.release.policy.RuleMetadata;
import dev.konflux.release.policy.RuleResult;
import dev.konflux.release.policy.notions.Scene;
import java.util.List;

/** A built-in rule: what it says of itself, and the method that looks for what is wrong. */
final class Rule implements PolicyRule {

    /** Most rules mean nothing about an image whose attestations are of no known type. */
    static final String KNOWN_ATTESTATION_TYPE = "attestation_type.known_attestation_type";

    private final RuleMetadata metadata;
    private final RuleResult blank;
    private final Search search;

    private Rule(RuleMetadata metadata, Search search) {
        this.metadata = metadata;
        this.blank = RuleResult.of(metadata, "");
        this.search = search;
    }

    /** Looks at a scene and reports what is wrong. */
    @FunctionalInterface
    interface Search {
        void in(Scene scene, Findings found);
    }

    /** Starts a rule whose results fail the verdict. */
    static Draft deny(String code) {
        return new Draft(RuleKind.DENY, code);
    }

    /** Starts a rule whose results warn. */
    static Draft warn(String code) {
        return new Draft(RuleKind.WARN, code);
    }

    @Override
    public RuleMetadata metadata() {
        return metadata;
    }

    @Override
    public List<RuleResult> evaluate(RuleContext context) {
        Scene scene = Scene.of(context);
        if (!metadata.pipelineIntention().isEmpty() && !scene.hasIntention(metadata.pipelineIntention())) {
            return List.of();
        }
        Findings found = new Findings(metadata.failureMessage(), blank);
        search.in(scene, found);
        return found.results();
    }

    /** Collects what a rule says of itself. Lists are written as words between blanks. */
    static final class Draft {

        private final RuleMetadata.Builder metadata;

        private Draft(RuleKind kind, String code) {
            int dot = code.lastIndexOf('.');
            RuleAdvice advice = RuleAdvice.of(code);
            this.metadata = RuleMetadata.of(kind, code.substring(0, dot), code.substring(dot + 1))
                    .description(advice.description())
                    .solution(advice.solution());
        }

        @CanIgnoreReturnValue
        Draft title(String title) {
            metadata.title(title);
            return this;
        }

        @CanIgnoreReturnValue
        Draft message(String template) {
            metadata.failureMessage(template);
            return this;
        }

        @CanIgnoreReturnValue
        Draft collections(String names) {
            metadata.addAllCollections(words(names));
            return this;
        }

        /** The day from which results fail. */
        @CanIgnoreReturnValue
        Draft since(String day) {
            metadata.effectiveOn(day + "T00:00:00Z");
            return this;
        }

        @CanIgnoreReturnValue
        Draft dependsOn(String codes) {
            metadata.addAllDependsOn(words(codes));
            return this;
        }

        @CanIgnoreReturnValue
        Draft intention(String names) {
            metadata.addAllPipelineIntention(words(names));
            return this;
        }

        private static List<String> words(String text) {
            return Splitter.on(' ').splitToList(text);
        }

        /** The finished rule. */
        Rule finds(Search search) {
            return new Rule(metadata.build(), search);
        }
    }
}
