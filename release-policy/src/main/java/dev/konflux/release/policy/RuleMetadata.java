package dev.konflux.release.policy;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a rule says of itself in its annotations. */
@Value.Immutable
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE)
public interface RuleMetadata {

    /** The rule's package with all its dots, as {@code release.maven_repos} or {@code tasks}. */
    String packageName();

    /** The rule's name inside its package. A rule without annotations has the name of the set it adds to: {@code deny} or {@code warn}. */
    String shortName();

    /** Which set the results are added to. */
    RuleKind kind();

    /** A headline; empty when there is none. */
    @Value.Default
    default String title() {
        return "";
    }

    /** What the rule checks; empty when there is none. */
    @Value.Default
    default String description() {
        return "";
    }

    /** How to satisfy the rule; empty when there is none. */
    @Value.Default
    default String solution() {
        return "";
    }

    /** The template of the message in Go's notation; empty when there is none. */
    @Value.Default
    default String failureMessage() {
        return "";
    }

    /** The collections the rule is in, without the {@code @} of criteria. */
    List<String> collections();

    /** From when the rule's results fail; kept as written, because upstream takes unparsable dates as "already". */
    Optional<String> effectiveOn();

    /** Codes of rules without whose success this rule's results mean nothing. */
    List<String> dependsOn();

    /** The intentions of a pipeline that the rule is for; empty for all. */
    List<String> pipelineIntention();

    /** False for a rule of a foreign engine that has no annotations: it never counts as a success and completes no result. */
    @Value.Default
    default boolean annotated() {
        return true;
    }

    /** {@code package.name}, what results and criteria call the rule. */
    @Value.Derived
    default String code() {
        return packageName() + "." + shortName();
    }

    /** Starts the metadata of a rule. */
    static Builder of(RuleKind kind, String packageName, String shortName) {
        return new Builder().kind(kind).packageName(packageName).shortName(shortName);
    }

    /** Collects what a rule says of itself. */
    class Builder extends ImmutableRuleMetadata.Builder {

        Builder() {}
    }
}
