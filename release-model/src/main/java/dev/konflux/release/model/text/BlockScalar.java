package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;

/** Reads a scalar that is a block of lines, kept as they are or folded. */
final class BlockScalar {

    private final YamlText text;
    private final Dialect dialect;
    private final int parentIndent;
    private final YamlMark start;
    private final StringBuilder scalar = new StringBuilder();
    private final StringBuilder lastBreak = new StringBuilder();
    private final StringBuilder furtherBreaks = new StringBuilder();
    private char chomping = ' ';
    // Zero until it is known.
    private int indent;

    /**
     * @param parentIndent the column of the collection around it, -1 when there is none
     */
    BlockScalar(YamlText text, Dialect dialect, int parentIndent) {
        this.text = text;
        this.dialect = dialect;
        this.parentIndent = parentIndent;
        this.start = text.mark();
    }

    YamlToken read(boolean literal) {
        text.skip();
        header();
        breaks();
        boolean indented = false;
        while (text.column() == indent && text.peek() != YamlText.END) {
            boolean indentedBefore = indented;
            indented = YamlCharacters.isBlank(text.peek());
            boolean folds = !literal && !indentedBefore && !indented && isLineFeed(lastBreak);
            line(folds);
        }
        if (chomping != '-') {
            scalar.append(lastBreak);
        }
        if (chomping == '+') {
            scalar.append(furtherBreaks);
        }
        return new YamlToken(Kind.STYLED_SCALAR, start, scalar.toString());
    }

    private static boolean isLineFeed(StringBuilder lineBreak) {
        return lineBreak.length() == 1 && lineBreak.charAt(0) == '\n';
    }

    private void line(boolean folds) {
        if (!folds) {
            scalar.append(lastBreak);
        } else if (furtherBreaks.isEmpty()) {
            scalar.append(' ');
        }
        scalar.append(furtherBreaks);
        lastBreak.setLength(0);
        furtherBreaks.setLength(0);
        int from = text.index();
        while (!YamlCharacters.isBreakOrEnd(text.peek())) {
            text.skip();
        }
        text.appendSince(from, scalar);
        if (text.peek() != YamlText.END) {
            text.readBreak(lastBreak);
        }
        breaks();
    }

    /** Indicators of chomping and indentation in any order, then nothing but a comment. */
    private void header() {
        boolean chompingFirst = chompingIndicator();
        indentIndicator();
        if (!chompingFirst) {
            chompingIndicator();
        }
        if (dialect == Dialect.PYTHON && text.peek() == '#') {
            throw fault("expected a blank before the comment");
        }
        while (text.peek() == ' ' || (text.peek() == '\t' && dialect == Dialect.CLUSTER)) {
            text.skip();
        }
        text.skipComment();
        if (!YamlCharacters.isBreakOrEnd(text.peek())) {
            throw fault("did not find expected comment or line break");
        }
        if (text.peek() != YamlText.END) {
            text.skipBreak();
        }
    }

    private boolean chompingIndicator() {
        if (text.peek() != '+' && text.peek() != '-') {
            return false;
        }
        chomping = text.peek();
        text.skip();
        return true;
    }

    private void indentIndicator() {
        char digit = text.peek();
        if (!YamlCharacters.isDigit(digit)) {
            return;
        }
        if (digit == '0') {
            throw fault("found an indentation indicator equal to 0");
        }
        indent = Math.max(parentIndent, 0) + digit - '0';
        text.skip();
    }

    /** Empty lines, which also settle the indentation when the header does not. */
    private void breaks() {
        int farthest = 0;
        while (true) {
            while (text.peek() == ' ' && mayIndent()) {
                text.skip();
            }
            farthest = Math.max(farthest, text.column());
            if (text.peek() == '\t' && mayIndent() && dialect == Dialect.CLUSTER) {
                throw fault("found a tab character where an indentation space is expected");
            }
            if (!YamlCharacters.isBreak(text.peek())) {
                break;
            }
            text.readBreak(furtherBreaks);
        }
        if (indent == 0) {
            indent = Math.max(Math.max(farthest, parentIndent + 1), 1);
        }
    }

    private boolean mayIndent() {
        return indent == 0 || text.column() < indent;
    }

    private DataSyntaxException fault(String problem) {
        return text.faults().inToken(text.mark(), start, problem);
    }
}
