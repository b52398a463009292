package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import org.jspecify.annotations.Nullable;

/** Cuts a source into tokens one after the other, so that the parser's errors come before those of later text. */
final class Lexer {

    private enum State {
        ROOT,
        BLOCK,
        VARIABLE,
        LINE_STATEMENT
    }

    private final Syntax syntax;
    private final String source;
    private final TagStarts starts;
    private final ExpressionScanner expression;
    private @Nullable Token ready;
    private @Nullable Token behind;
    private State state = State.ROOT;
    private int at;
    private int line = 1;
    private boolean lineStarting = true;

    Lexer(Syntax syntax, TagStarts starts, String normalizedSource) {
        this.syntax = syntax;
        this.starts = starts;
        this.source = normalizedSource;
        this.expression = new ExpressionScanner(source, syntax.newline());
    }

    /** The next token; null at the end. */
    @Nullable
    Token next() {
        while (ready == null) {
            if (at >= source.length() && !atLineStatementEnd()) {
                return null;
            }
            if (state == State.ROOT) {
                scanRoot();
            } else {
                scanInside();
            }
        }
        Token token = ready;
        ready = behind;
        behind = null;
        return token;
    }

    /** One step finds two tokens at most: text and what begins behind it. */
    private void found(Token token) {
        if (ready == null) {
            ready = token;
        } else {
            behind = token;
        }
    }

    /** The source from one offset to another. */
    String text(int from, int to) {
        return source.substring(from, to);
    }

    /** Where the lexer stands. */
    int line() {
        return line;
    }

    private boolean atLineStatementEnd() {
        return state == State.LINE_STATEMENT && expression.isBalanced();
    }

    private void scanRoot() {
        TagStarts.Found found = starts.next(source, at);
        if (found == null) {
            data(source.substring(at), at);
            moveTo(source.length());
            return;
        }
        String text = source.substring(at, found.from());
        String kept = stripped(text, found.sign(), found.start() == TagStarts.Start.VARIABLE);
        data(kept, at);
        line += Scanning.newlines(source, at, found.from());
        int startLine = line;
        line += Scanning.newlines(source, found.from(), found.to());
        lineStarting = source.charAt(found.to() - 1) == '\n';
        at = found.to();
        begin(found, startLine);
    }

    private void begin(TagStarts.Found found, int startLine) {
        switch (found.start()) {
            case RAW -> rawBody();
            case COMMENT -> comment();
            case LINE_COMMENT -> lineComment();
            case BLOCK -> enter(State.BLOCK, TokenType.BLOCK_BEGIN, startLine, found.from());
            case LINE_STATEMENT -> enter(State.LINE_STATEMENT, TokenType.BLOCK_BEGIN, startLine, found.from());
            case VARIABLE -> enter(State.VARIABLE, TokenType.VARIABLE_BEGIN, startLine, found.from());
        }
    }

    private void enter(State next, TokenType type, int startLine, int offset) {
        state = next;
        found(new Token(type, "", startLine, offset));
    }

    private void data(String text, int offset) {
        if (!text.isEmpty()) {
            String shown = syntax.newline().equals("\n") ? text : text.replace("\n", syntax.newline());
            found(new Token(TokenType.DATA, shown, line, offset));
        }
    }

    private void moveTo(int end) {
        line += Scanning.newlines(source, at, end);
        lineStarting = end > at && source.charAt(end - 1) == '\n';
        at = end;
    }

    /** The text before a tag, after the tag's sign has had its way. */
    private String stripped(String text, char sign, boolean variable) {
        if (sign == '-') {
            int end = text.length();
            while (end > 0 && Scanning.isSpace(text.charAt(end - 1))) {
                end--;
            }
            return text.substring(0, end);
        }
        if (sign == '+' || !syntax.lstripBlocks() || variable) {
            return text;
        }
        int lineStart = text.lastIndexOf('\n') + 1;
        boolean blank = lineStart < text.length() && Scanning.skipSpace(text, lineStart) == text.length();
        return blank && (lineStart > 0 || lineStarting) ? text.substring(0, lineStart) : text;
    }

    private void comment() {
        if (at >= source.length()) {
            return;
        }
        for (int i = at; i < source.length(); i++) {
            int end = closing(i, syntax.commentEnd());
            if (end >= 0) {
                moveTo(end);
                return;
            }
        }
        throw error("Missing end of comment tag");
    }

    private void lineComment() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
        lineStarting = false;
    }

    private void rawBody() {
        for (int i = at; i < source.length(); i++) {
            if (source.startsWith(syntax.blockStart(), i) && endRaw(i)) {
                return;
            }
        }
        if (at < source.length()) {
            throw error("Missing end of raw directive");
        }
    }

    private boolean endRaw(int from) {
        int signAt = from + syntax.blockStart().length();
        boolean signed = signAt < source.length() && (source.charAt(signAt) == '-' || source.charAt(signAt) == '+');
        int word = Scanning.skipSpace(source, signed ? signAt + 1 : signAt);
        if (!source.startsWith("endraw", word)) {
            return false;
        }
        int end = closing(Scanning.skipSpace(source, word + 6), syntax.blockEnd());
        if (end < 0) {
            return false;
        }
        data(stripped(source.substring(at, from), signed ? source.charAt(signAt) : ' ', false), at);
        moveTo(end);
        return true;
    }

    /** Where the end string at a place ends, with its sign and what it trims; -1 when there is none. */
    private int closing(int from, String end) {
        char first = from < source.length() ? source.charAt(from) : ' ';
        if ((first == '+' || first == '-') && source.startsWith(end, from + 1)) {
            int after = from + 1 + end.length();
            return first == '-' ? Scanning.skipSpace(source, after) : after;
        }
        if (first != end.charAt(0) || !source.startsWith(end, from)) {
            return -1;
        }
        int after = from + end.length();
        return syntax.trimBlocks() && source.startsWith("\n", after) ? after + 1 : after;
    }

    private void scanInside() {
        int end = expression.isBalanced() ? endOfTag() : -1;
        if (end >= 0) {
            found(new Token(state == State.VARIABLE ? TokenType.VARIABLE_END : TokenType.BLOCK_END, "", line, at));
            moveTo(end);
            state = State.ROOT;
            return;
        }
        if (at < source.length() && Scanning.isSpace(source.charAt(at))) {
            skipSpace();
            return;
        }
        Token token = expression.scan(at, line);
        found(token);
        if (token.is(TokenType.STRING)) {
            moveTo(expression.end());
        } else {
            at = expression.end();
            lineStarting = false;
        }
    }

    private void skipSpace() {
        int end = Scanning.skipSpace(source, at);
        if (end == at + 1 && source.charAt(at) == ' ') {
            at = end;
            lineStarting = false;
        } else {
            moveTo(end);
        }
    }

    private int endOfTag() {
        return switch (state) {
            case BLOCK -> closing(at, syntax.blockEnd());
            case VARIABLE -> variableEnd();
            case LINE_STATEMENT -> lineStatementEnd();
            case ROOT -> -1;
        };
    }

    private int variableEnd() {
        String end = syntax.variableEnd();
        char first = source.charAt(at);
        if (first == '-' && source.startsWith(end, at + 1)) {
            return Scanning.skipSpace(source, at + 1 + end.length());
        }
        return first == end.charAt(0) && source.startsWith(end, at) ? at + end.length() : -1;
    }

    private int lineStatementEnd() {
        int end = Scanning.skipSpace(source, at);
        if (end == source.length()) {
            return end;
        }
        int newline = source.lastIndexOf('\n', end - 1);
        return newline >= at ? newline + 1 : -1;
    }

    private Fault error(String message) {
        return new Fault(FaultKind.SYNTAX, message, line, at);
    }
}
