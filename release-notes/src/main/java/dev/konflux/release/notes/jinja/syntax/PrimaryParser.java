package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.tree.Arguments;
import dev.konflux.release.notes.jinja.tree.Expr;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses names, literals and what follows them: attributes, items, calls, filters, tests. */
final class PrimaryParser {

    private static final Set<TokenType> STARTS_ARGUMENT = EnumSet.of(
            TokenType.NAME, TokenType.STRING, TokenType.INTEGER, TokenType.FLOAT, TokenType.LBRACKET, TokenType.LBRACE);

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private boolean metSelf;

    PrimaryParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    /** Whether the name {@code self} was read. */
    boolean metSelf() {
        return metSelf;
    }

    Expr primary(boolean withNamespace) {
        Token at = stream.current();
        return switch (at.type()) {
            case NAME -> name(stream.next(), withNamespace);
            case STRING -> string(at);
            case INTEGER, FLOAT -> new Expr.Const(stream.next().value(), at.line(), at.offset());
            case LPAREN -> parenthesized();
            case LBRACKET -> list();
            case LBRACE -> dict();
            default -> throw expressions.fail("unexpected '" + at.describe() + "'", at);
        };
    }

    private Expr name(Token token, boolean withNamespace) {
        switch (token.text()) {
            case "true", "True" -> {
                return new Expr.Const(true, token.line(), token.offset());
            }
            case "false", "False" -> {
                return new Expr.Const(false, token.line(), token.offset());
            }
            case "none", "None" -> {
                return new Expr.Const(Expr.NOTHING, token.line(), token.offset());
            }
            case "self" -> metSelf = true;
            default -> {}
        }
        if (withNamespace && stream.skipIf(TokenType.DOT)) {
            return new Expr.NamespaceTarget(
                    token.text(), stream.expect(TokenType.NAME).text(), token.line(), token.offset());
        }
        return new Expr.Name(token.text(), Expr.Use.LOAD, token.line(), token.offset());
    }

    private Expr string(Token at) {
        String first = stream.next().text();
        if (!stream.current().is(TokenType.STRING)) {
            return new Expr.Const(first, at.line(), at.offset());
        }
        StringBuilder text = new StringBuilder(first);
        while (stream.current().is(TokenType.STRING)) {
            text.append(stream.next().text());
        }
        return new Expr.Const(text.toString(), at.line(), at.offset());
    }

    private Expr parenthesized() {
        stream.next();
        Expr inner = expressions.nested(() -> expressions.tuple(expressions::expression, true));
        stream.expect(TokenType.RPAREN);
        return inner;
    }

    private Expr list() {
        Token at = stream.expect(TokenType.LBRACKET);
        List<Expr> items = new ArrayList<>();
        while (!stream.current().is(TokenType.RBRACKET)) {
            if (!items.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            if (stream.current().is(TokenType.RBRACKET)) {
                break;
            }
            items.add(expressions.expression());
        }
        stream.expect(TokenType.RBRACKET);
        return new Expr.ListOf(List.copyOf(items), at.line(), at.offset());
    }

    private Expr dict() {
        Token at = stream.expect(TokenType.LBRACE);
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (!stream.current().is(TokenType.RBRACE)) {
            if (!keys.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            if (stream.current().is(TokenType.RBRACE)) {
                break;
            }
            keys.add(expressions.expression());
            stream.expect(TokenType.COLON);
            values.add(expressions.expression());
        }
        stream.expect(TokenType.RBRACE);
        return new Expr.Dict(List.copyOf(keys), List.copyOf(values), at.line(), at.offset());
    }

    Expr postfix(Expr start) {
        Expr node = start;
        while (true) {
            Token at = stream.current();
            if (at.is(TokenType.DOT)) {
                node = attribute(node);
            } else if (at.is(TokenType.LBRACKET)) {
                node = item(node);
            } else if (at.is(TokenType.LPAREN)) {
                node = new Expr.Call(node, arguments(), at.line(), at.offset());
            } else {
                return node;
            }
        }
    }

    Expr filters(Expr start) {
        Expr node = start;
        while (true) {
            Token at = stream.current();
            if (at.is(TokenType.PIPE)) {
                stream.next();
                node = filter(node);
            } else if (at.isName("is")) {
                node = test(node);
            } else if (at.is(TokenType.LPAREN)) {
                node = new Expr.Call(node, arguments(), at.line(), at.offset());
            } else {
                return node;
            }
        }
    }

    private Expr attribute(Expr target) {
        Token dot = stream.next();
        Token name = stream.next();
        if (name.is(TokenType.NAME)) {
            return new Expr.Getattr(target, name.text(), dot.line(), dot.offset());
        }
        if (!name.is(TokenType.INTEGER)) {
            throw expressions.fail("expected name or number", name);
        }
        Expr index = new Expr.Const(name.value(), name.line(), name.offset());
        return new Expr.Getitem(target, index, dot.line(), dot.offset());
    }

    private Expr item(Expr target) {
        Token open = stream.next();
        List<Expr> keys = new ArrayList<>();
        while (!stream.current().is(TokenType.RBRACKET)) {
            if (!keys.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            keys.add(subscript());
        }
        stream.expect(TokenType.RBRACKET);
        Expr key = keys.size() == 1 ? keys.get(0) : new Expr.Tuple(List.copyOf(keys), open.line(), open.offset());
        return new Expr.Getitem(target, key, open.line(), open.offset());
    }

    private Expr subscript() {
        Token at = stream.current();
        Expr start = null;
        if (!at.is(TokenType.COLON)) {
            start = expressions.expression();
            if (!stream.current().is(TokenType.COLON)) {
                return start;
            }
        }
        stream.next();
        Expr stop = stream.current().is(TokenType.COLON) ? null : slicePart();
        Expr step = stream.skipIf(TokenType.COLON) ? slicePart() : null;
        return new Expr.Slice(start, stop, step, at.line(), at.offset());
    }

    private @Nullable Expr slicePart() {
        boolean ended =
                stream.current().is(TokenType.RBRACKET) || stream.current().is(TokenType.COMMA);
        return ended ? null : expressions.expression();
    }

    Expr.Filter filter(@Nullable Expr target) {
        Token at = stream.current();
        String name = dottedName();
        Arguments arguments = stream.current().is(TokenType.LPAREN) ? arguments() : Arguments.NONE;
        return new Expr.Filter(target, name, arguments, at.line(), at.offset());
    }

    private String dottedName() {
        String name = stream.expect(TokenType.NAME).text();
        while (stream.skipIf(TokenType.DOT)) {
            name = name + '.' + stream.expect(TokenType.NAME).text();
        }
        return name;
    }

    private Expr test(Expr target) {
        Token at = stream.next();
        boolean negated = stream.skipIfName("not");
        String name = dottedName();
        Expr test = new Expr.Test(target, name, testArguments(), at.line(), at.offset());
        return negated ? new Expr.Unary(Expr.Unary.Sign.NOT, test, at.line(), at.offset()) : test;
    }

    private Arguments testArguments() {
        Token next = stream.current();
        if (next.is(TokenType.LPAREN)) {
            return arguments();
        }
        boolean word = next.isName("else") || next.isName("or") || next.isName("and");
        if (word || !STARTS_ARGUMENT.contains(next.type())) {
            return Arguments.NONE;
        }
        if (next.isName("is")) {
            throw expressions.fail("You cannot chain multiple tests with is", next);
        }
        return new Arguments(List.of(postfix(primary(false))), List.of(), null, null);
    }

    Arguments arguments() {
        Token open = stream.expect(TokenType.LPAREN);
        List<Expr> positional = new ArrayList<>();
        List<Arguments.Keyword> keywords = new ArrayList<>();
        Expr spread = null;
        Expr spreadKeywords = null;
        boolean first = true;
        while (!stream.current().is(TokenType.RPAREN)) {
            if (!first) {
                stream.expect(TokenType.COMMA);
                if (stream.current().is(TokenType.RPAREN)) {
                    break;
                }
            }
            first = false;
            if (stream.current().is(TokenType.MUL)) {
                ensure(spread == null && spreadKeywords == null, open);
                stream.next();
                spread = expressions.expression();
            } else if (stream.current().is(TokenType.POW)) {
                ensure(spreadKeywords == null, open);
                stream.next();
                spreadKeywords = expressions.expression();
            } else if (stream.current().is(TokenType.NAME) && stream.look().is(TokenType.ASSIGN)) {
                ensure(spreadKeywords == null, open);
                String name = stream.next().text();
                stream.next();
                keywords.add(new Arguments.Keyword(name, expressions.expression()));
            } else {
                ensure(spread == null && spreadKeywords == null && keywords.isEmpty(), open);
                positional.add(expressions.expression());
            }
        }
        stream.expect(TokenType.RPAREN);
        return new Arguments(List.copyOf(positional), List.copyOf(keywords), spread, spreadKeywords);
    }

    private void ensure(boolean valid, Token open) {
        if (!valid) {
            throw expressions.fail("invalid syntax for function call expression", open);
        }
    }
}
