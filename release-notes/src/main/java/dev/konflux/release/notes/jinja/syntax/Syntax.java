package dev.konflux.release.notes.jinja.syntax;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How templates are written.
 *
 * @param blockStart start of a tag
 * @param blockEnd end of a tag
 * @param variableStart start of a printed expression
 * @param variableEnd end of a printed expression
 * @param commentStart start of a comment
 * @param commentEnd end of a comment
 * @param lineStatementPrefix start of a line statement, or null
 * @param lineCommentPrefix start of a line comment, or null
 * @param trimBlocks whether the newline after a tag is dropped
 * @param lstripBlocks whether blanks before a tag are dropped
 * @param newline what newlines of the literal text become
 * @param keepTrailingNewline whether the last newline of the source stays
 * @param doTag whether there is a {@code do} tag
 * @param loopControls whether there are {@code break} and {@code continue}
 * @param hyphenatedNames whether {@code a-b} is one name, as in label substitution
 * @param customTags tags beside those of Jinja2, with their end tags; an empty text for a tag without body
 */
public record Syntax(
        String blockStart,
        String blockEnd,
        String variableStart,
        String variableEnd,
        String commentStart,
        String commentEnd,
        @Nullable String lineStatementPrefix,
        @Nullable String lineCommentPrefix,
        boolean trimBlocks,
        boolean lstripBlocks,
        String newline,
        boolean keepTrailingNewline,
        boolean doTag,
        boolean loopControls,
        boolean hyphenatedNames,
        Map<String, String> customTags) {

    /** The same with further tags. */
    Syntax with(Map<String, String> tags) {
        return new Syntax(
                blockStart,
                blockEnd,
                variableStart,
                variableEnd,
                commentStart,
                commentEnd,
                lineStatementPrefix,
                lineCommentPrefix,
                trimBlocks,
                lstripBlocks,
                newline,
                keepTrailingNewline,
                doTag,
                loopControls,
                hyphenatedNames,
                Map.copyOf(tags));
    }
}
