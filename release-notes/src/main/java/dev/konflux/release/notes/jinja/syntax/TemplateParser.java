package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.Map;

/** Parses templates that are written in one way. Immutable; made once, since looking for tags takes some preparation. */
public final class TemplateParser {

    private final Syntax syntax;
    private final TagStarts starts;

    /** A parser of templates written in a way. */
    public TemplateParser(Syntax syntax) {
        this.syntax = syntax;
        this.starts = new TagStarts(syntax);
    }

    /** A parser that knows further tags, each with its end tag or an empty text. */
    public TemplateParser with(Map<String, String> customTags) {
        return new TemplateParser(syntax.with(customTags));
    }

    /** The template of a source. */
    public ParsedTemplate parse(String source) {
        String normalized = Scanning.normalized(source, syntax.keepTrailingNewline());
        try {
            TokenStream stream = new TokenStream(syntax, new Lexer(syntax, starts, normalized));
            return new BodyParser(syntax, stream).template();
        } catch (StackOverflowError tooDeep) {
            throw new Fault(FaultKind.RECURSION, "template nested too deeply", 1, 0);
        }
    }
}
