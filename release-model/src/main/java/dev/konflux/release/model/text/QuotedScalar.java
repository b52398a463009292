package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;

/** Reads a scalar in single or double quotes. */
final class QuotedScalar {

    private static final int SHORT_ESCAPE = 2;
    private static final int ESCAPE = 4;
    private static final int LONG_ESCAPE = 8;

    private final YamlText text;
    private final Dialect dialect;
    private final YamlMark start;
    private final StringBuilder scalar = new StringBuilder();
    private final LineFold gap;

    QuotedScalar(YamlText text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.start = text.mark();
        this.gap = new LineFold(text);
    }

    YamlToken read() {
        char quote = text.peek();
        text.skip();
        while (true) {
            if (text.atDocumentMark()) {
                throw fault("found unexpected document indicator");
            }
            if (text.peek() == YamlText.END) {
                throw fault("found unexpected end of stream");
            }
            words(quote);
            if (text.peek() == quote) {
                text.skip();
                return new YamlToken(Kind.STYLED_SCALAR, start, scalar.toString());
            }
            for (char c = text.peek(); YamlCharacters.isBlank(c) || YamlCharacters.isBreak(c); c = text.peek()) {
                gap.take(c);
            }
            gap.writeTo(scalar);
        }
    }

    private DataSyntaxException fault(String problem) {
        return text.faults().inToken(text.mark(), start, problem);
    }

    private void words(char quote) {
        int from = text.index();
        for (char c = text.peek(); !YamlCharacters.isBlankOrEnd(c); c = text.peek()) {
            boolean doubled = c == '\'' && quote == '\'' && text.peek(1) == '\'';
            boolean escape = c == '\\' && quote == '"';
            if (c == quote && !doubled) {
                break;
            }
            if (!doubled && !escape) {
                text.skip();
                continue;
            }
            text.appendSince(from, scalar);
            text.skip();
            if (doubled) {
                scalar.append('\'');
                text.skip();
            } else if (YamlCharacters.isBreak(text.peek())) {
                gap.takeEscapedBreak();
                return;
            } else {
                escaped();
            }
            from = text.index();
        }
        text.appendSince(from, scalar);
    }

    /** The character behind a backslash. */
    private void escaped() {
        char c = text.peek();
        switch (c) {
            case '0' -> scalar.append('\0');
            case 'a' -> scalar.append('\u0007');
            case 'b' -> scalar.append('\b');
            case 't', '\t' -> scalar.append('\t');
            case 'n' -> scalar.append('\n');
            case 'v' -> scalar.append('\u000b');
            case 'f' -> scalar.append('\f');
            case 'r' -> scalar.append('\r');
            case 'e' -> scalar.append('\u001b');
            case ' ', '"', '\\' -> scalar.append(c);
            case 'N' -> scalar.append('\u0085');
            case '_' -> scalar.append('\u00a0');
            case 'L' -> scalar.append('\u2028');
            case 'P' -> scalar.append('\u2029');
            case 'x' -> codePoint(SHORT_ESCAPE);
            case 'u' -> codePoint(ESCAPE);
            case 'U' -> codePoint(LONG_ESCAPE);
            default -> dialectal(c);
        }
        text.skip();
    }

    /** JSON and Python know an escape of the slash, the cluster's YAML one of the single quote. */
    private void dialectal(char c) {
        boolean known = c == '/' ? readsAsJson() : c == '\'' && dialect == Dialect.CLUSTER;
        if (!known) {
            throw fault("found unknown escape character");
        }
        scalar.append(c);
    }

    private boolean readsAsJson() {
        return dialect == Dialect.PYTHON || text.isJson();
    }

    private void codePoint(int digits) {
        long value = 0;
        for (int i = 1; i <= digits; i++) {
            int digit = YamlCharacters.hexDigit(text.peek(i));
            if (digit < 0) {
                throw fault("did not find expected hexdecimal number");
            }
            value = value << 4 | digit;
        }
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (value > Character.MAX_CODE_POINT || (surrogate && !readsAsJson())) {
            throw fault("found invalid Unicode character escape code");
        }
        scalar.appendCodePoint((int) value);
        text.skip(digits);
    }
}
