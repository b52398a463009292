package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;

/** Reads a scalar without quotes. */
final class PlainScalar {

    private final YamlText text;
    private final Dialect dialect;
    private final boolean inFlow;
    private final int indent;
    private final StringBuilder scalar = new StringBuilder();
    private final LineFold gap;

    /**
     * @param inFlow whether it stands inside brackets
     * @param indent the least column at which it goes on in a further line
     */
    PlainScalar(YamlText text, Dialect dialect, boolean inFlow, int indent) {
        this.text = text;
        this.dialect = dialect;
        this.inFlow = inFlow;
        this.indent = indent;
        this.gap = new LineFold(text);
    }

    YamlToken read() {
        YamlMark start = text.mark();
        do {
            if (text.atDocumentMark() || text.peek() == '#') {
                break;
            }
            words();
        } while (spaces(start) && (inFlow || text.column() >= indent));
        return new YamlToken(Kind.PLAIN_SCALAR, start, scalar.toString());
    }

    /** Whether the scalar ended because a further line did not belong to it. */
    boolean endsBeforeNewLine() {
        return gap.hasBreak();
    }

    private void words() {
        int start = text.index();
        char c = text.peek();
        while (!YamlCharacters.isBlankOrEnd(c) && !isEnd(c)) {
            text.skip();
            c = text.peek();
        }
        if (text.index() > start) {
            gap.writeTo(scalar);
            text.appendSince(start, scalar);
        }
    }

    private boolean isEnd(char c) {
        if (c == ':') {
            char next = text.peek(1);
            boolean beforeBracket = inFlow && dialect == Dialect.PYTHON && YamlCharacters.isFlowIndicator(next);
            return beforeBracket || YamlCharacters.isBlankOrEnd(next);
        }
        return inFlow && (c == '?' || YamlCharacters.isFlowIndicator(c));
    }

    /** Reads what separates words; false when nothing does. */
    private boolean spaces(YamlMark start) {
        char c = text.peek();
        boolean found = false;
        while (c == ' ' || (c == '\t' && dialect == Dialect.CLUSTER) || YamlCharacters.isBreak(c)) {
            if (c == '\t' && gap.hasBreak() && text.column() < indent) {
                throw text.faults().inToken(text.mark(), start, "found a tab character that violates indentation");
            }
            gap.take(c);
            found = true;
            c = text.peek();
        }
        return found;
    }
}
