package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a template with one token of view. */
final class TokenStream {

    private final Lexer lexer;
    private final @Nullable Iterator<Token> glued;
    private Token current;
    private @Nullable Token ahead;

    TokenStream(Syntax syntax, Lexer lexer) {
        this.lexer = lexer;
        this.glued = syntax.hyphenatedNames() ? glued(lexer).iterator() : null;
        this.current = new Token(TokenType.EOF, "", 1, 0);
        this.current = following();
    }

    /** Names around one hyphen become one name; the pair is glued anywhere, so a-b-c is a-b minus c. */
    private static List<Token> glued(Lexer lexer) {
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            tokens.add(token);
        }
        List<Token> glued = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean pair = i + 2 < tokens.size()
                    && token.is(TokenType.NAME)
                    && tokens.get(i + 1).is(TokenType.SUB)
                    && tokens.get(i + 2).is(TokenType.NAME);
            if (pair) {
                String name = token.text() + "-" + tokens.get(i + 2).text();
                glued.add(new Token(TokenType.NAME, name, token.line(), token.offset()));
                i += 2;
            } else {
                glued.add(token);
            }
        }
        return glued;
    }

    private Token following() {
        Token next = glued == null ? lexer.next() : glued.hasNext() ? glued.next() : null;
        return next == null ? new Token(TokenType.EOF, "", current.line(), current.offset()) : next;
    }

    /** The source from one offset to another. */
    String text(int from, int to) {
        return lexer.text(from, to);
    }

    Token current() {
        return current;
    }

    Token next() {
        Token token = current;
        if (ahead != null) {
            current = ahead;
            ahead = null;
        } else if (!token.is(TokenType.EOF)) {
            current = following();
        }
        return token;
    }

    Token look() {
        if (ahead == null) {
            ahead = current.is(TokenType.EOF) ? current : following();
        }
        return ahead;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    boolean skipIf(TokenType type) {
        boolean found = current.is(type);
        if (found) {
            next();
        }
        return found;
    }

    boolean skipIfName(String name) {
        boolean found = current.isName(name);
        if (found) {
            next();
        }
        return found;
    }

    Token expect(TokenType type) {
        if (!current.is(type)) {
            throw unexpected(type.description());
        }
        return next();
    }

    Token expectName(String name) {
        if (!current.isName(name)) {
            throw unexpected(name);
        }
        return next();
    }

    private Fault unexpected(String expected) {
        String message = current.is(TokenType.EOF)
                ? "unexpected end of template, expected '" + expected + "'."
                : "expected token '" + expected + "', got '" + current.describe() + "'";
        return new Fault(FaultKind.SYNTAX, message, current.line(), current.offset());
    }
}
