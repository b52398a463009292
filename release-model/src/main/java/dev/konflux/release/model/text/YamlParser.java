package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;
import org.jspecify.annotations.Nullable;

/** Finds the documents in the tokens of a text. */
final class YamlParser {

    private final YamlScanner tokens;
    private final SyntaxFaults faults;
    private final Dialect dialect;
    private final ReadLimits limits;
    private YamlTags tags = new YamlTags();
    private boolean first = true;

    YamlParser(String text, Dialect dialect, ReadLimits limits, SyntaxFaults faults) {
        this.tokens = new YamlScanner(new YamlText(text, dialect, faults), dialect);
        this.faults = faults;
        this.dialect = dialect;
        this.limits = limits;
    }

    /** The next document's node; null when there is no further document. */
    @Nullable
    YamlNode document() {
        tags = new YamlTags();
        while (!first && at(Kind.DOCUMENT_END)) {
            tokens.take();
        }
        if (at(Kind.STREAM_END)) {
            return null;
        }
        boolean bare = first && !atDirective() && !at(Kind.DOCUMENT_START);
        first = false;
        YamlNode root = bare ? node() : declaredDocument();
        if (at(Kind.DOCUMENT_END)) {
            tokens.take();
        }
        return root;
    }

    private YamlNode node() {
        return new NodeParser(tokens, tags, dialect, limits, faults).root();
    }

    private YamlNode declaredDocument() {
        directives();
        if (!at(Kind.DOCUMENT_START)) {
            throw fault("did not find expected <document start>");
        }
        tokens.take();
        return switch (tokens.peek().kind()) {
            case VERSION_DIRECTIVE, TAG_DIRECTIVE, RESERVED_DIRECTIVE, DOCUMENT_START, DOCUMENT_END, STREAM_END ->
                YamlNode.empty(tokens.peek().mark());
            default -> node();
        };
    }

    private boolean atDirective() {
        return at(Kind.VERSION_DIRECTIVE) || at(Kind.TAG_DIRECTIVE) || at(Kind.RESERVED_DIRECTIVE);
    }

    private void directives() {
        boolean versioned = false;
        while (atDirective()) {
            YamlToken token = tokens.peek();
            if (token.kind() == Kind.VERSION_DIRECTIVE) {
                version(token, versioned);
                versioned = true;
            } else if (token.kind() == Kind.TAG_DIRECTIVE && !tags.declare(token.text(), token.suffix())) {
                throw fault("found duplicate %TAG directive");
            }
            tokens.take();
        }
    }

    private void version(YamlToken token, boolean again) {
        if (again) {
            throw fault("found duplicate %YAML directive");
        }
        boolean known = number(token.text()) == 1 && (dialect == Dialect.PYTHON || number(token.suffix()) == 1);
        if (!known) {
            throw fault("found incompatible YAML document");
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private boolean at(Kind kind) {
        return tokens.peek().kind() == kind;
    }

    private DataSyntaxException fault(String problem) {
        return faults.inStructure(tokens.peek().mark(), null, problem);
    }
}
