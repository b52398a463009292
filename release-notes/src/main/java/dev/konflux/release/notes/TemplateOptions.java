package dev.konflux.release.notes;

import java.util.Optional;
import org.immutables.value.Value;

/** How templates are written and what they may do. The defaults are Jinja2's. */
@Value.Immutable
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE, overshadowImplementation = true)
public interface TemplateOptions {

    /** What attributes a template may not read. */
    enum Sandbox {
        /** All may be read. */
        OFF,
        /** Names that start with an underscore are refused. */
        SANDBOXED,
        /** So are the methods that change lists and dicts. */
        IMMUTABLE
    }

    /** Start of a tag. */
    @Value.Default
    default String blockStart() {
        return "{%";
    }

    /** End of a tag. */
    @Value.Default
    default String blockEnd() {
        return "%}";
    }

    /** Start of a printed expression. */
    @Value.Default
    default String variableStart() {
        return "{{";
    }

    /** End of a printed expression. */
    @Value.Default
    default String variableEnd() {
        return "}}";
    }

    /** Start of a comment. */
    @Value.Default
    default String commentStart() {
        return "{#";
    }

    /** End of a comment. */
    @Value.Default
    default String commentEnd() {
        return "#}";
    }

    /** Start of a line statement, if there are any. */
    Optional<String> lineStatementPrefix();

    /** Start of a line comment, if there are any. */
    Optional<String> lineCommentPrefix();

    /** Whether the newline after a tag is dropped. */
    @Value.Default
    default boolean trimBlocks() {
        return false;
    }

    /** Whether blanks before a tag are dropped. */
    @Value.Default
    default boolean lstripBlocks() {
        return false;
    }

    /** What newlines of the literal text become. */
    @Value.Default
    default String newlineSequence() {
        return "\n";
    }

    /** Whether the last newline of a template stays. */
    @Value.Default
    default boolean keepTrailingNewline() {
        return false;
    }

    /** Whether printed text is escaped for HTML. */
    @Value.Default
    default boolean autoescape() {
        return false;
    }

    /** What a value that is not there allows. */
    @Value.Default
    default UndefinedPolicy undefined() {
        return UndefinedPolicy.PLAIN;
    }

    /** What attributes are refused. */
    @Value.Default
    default Sandbox sandbox() {
        return Sandbox.OFF;
    }

    /** Whether there is a {@code do} tag. */
    @Value.Default
    default boolean doTag() {
        return false;
    }

    /** Whether there are {@code break} and {@code continue} tags. */
    @Value.Default
    default boolean loopControls() {
        return false;
    }

    /** Whether there are Ansible's core filters, such as {@code to_nice_yaml}. */
    @Value.Default
    default boolean ansibleFilters() {
        return false;
    }

    /** Whether {@code a-b} is one name, as in label substitution. */
    @Value.Default
    default boolean hyphenatedNames() {
        return false;
    }

    /** The {@code rel} attribute of links made by {@code urlize}; empty for none. */
    @Value.Default
    default String urlizeRel() {
        return "noopener";
    }

    /** Jinja2's defaults. */
    static TemplateOptions defaults() {
        return builder().build();
    }

    /** Collects options. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects options. */
    final class Builder extends ImmutableTemplateOptions.Builder {
        Builder() {}

        /**
         * The options.
         *
         * @throws IllegalArgumentException when a delimiter is empty, or two kinds of tags begin alike
         */
        @Override
        public TemplateOptions build() {
            TemplateOptions options = super.build();
            Delimiters.check(options);
            return options;
        }
    }
}
