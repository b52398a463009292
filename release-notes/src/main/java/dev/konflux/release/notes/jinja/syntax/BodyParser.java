package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses one template: text, printed expressions and tags. */
final class BodyParser {

    private static final int DEEPEST = 150;

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final TagParser tags;
    private final Deque<String> openTags = new ArrayDeque<>(4);
    private final Deque<List<String>> awaited = new ArrayDeque<>(4);

    BodyParser(Syntax syntax, TokenStream stream) {
        this.stream = stream;
        this.expressions = new ExpressionParser(stream);
        this.tags = new TagParser(syntax, stream, expressions, this);
    }

    /** The whole template. */
    ParsedTemplate template() {
        List<Stmt> body = body(null);
        return new ParsedTemplate(body, tags.metBlocks(), expressions.primary().metSelf(), tags.metLoopAsTarget());
    }

    /** The statements up to one of the named end tags, which becomes the current token. */
    List<Stmt> statements(String... ends) {
        stream.skipIf(TokenType.COLON);
        stream.expect(TokenType.BLOCK_END);
        List<String> endTags = List.of(ends);
        List<Stmt> body = body(endTags);
        if (stream.current().is(TokenType.EOF)) {
            awaited.push(endTags);
            throw unexpectedEnd(null, stream.current());
        }
        return body;
    }

    /** The statements up to an end tag, which is consumed. */
    List<Stmt> statementsThrough(String end) {
        List<Stmt> body = statements(end);
        stream.next();
        return body;
    }

    private List<Stmt> body(@Nullable List<String> ends) {
        if (ends != null) {
            awaited.push(ends);
        }
        List<Stmt> body = new ArrayList<>(4);
        List<Expr> output = new ArrayList<>(4);
        while (!stream.current().is(TokenType.EOF)) {
            Token token = stream.current();
            if (token.is(TokenType.DATA)) {
                stream.next();
                output.add(new Expr.Text(token.text(), token.line(), token.offset()));
            } else if (token.is(TokenType.VARIABLE_BEGIN)) {
                stream.next();
                output.add(expressions.tuple(true));
                stream.expect(TokenType.VARIABLE_END);
            } else {
                flush(output, body);
                stream.next();
                if (ends != null && isOneOf(ends)) {
                    awaited.pop();
                    return body;
                }
                body.add(statement());
                stream.expect(TokenType.BLOCK_END);
            }
        }
        flush(output, body);
        if (ends != null) {
            awaited.pop();
        }
        return body;
    }

    private boolean isOneOf(List<String> names) {
        for (String name : names) {
            if (stream.current().isName(name)) {
                return true;
            }
        }
        return false;
    }

    private static void flush(List<Expr> output, List<Stmt> body) {
        if (!output.isEmpty()) {
            Expr first = output.get(0);
            body.add(new Stmt.Output(List.copyOf(output), first.line(), first.offset()));
            output.clear();
        }
    }

    private Stmt statement() {
        Token token = stream.current();
        if (!token.is(TokenType.NAME)) {
            throw expressions.fail("tag name expected", token);
        }
        if (openTags.size() >= DEEPEST) {
            throw new Fault(FaultKind.RECURSION, "tags nested too deeply", token.line(), token.offset());
        }
        openTags.push(token.text());
        Stmt statement = tags.parse(token.text());
        openTags.pop();
        if (statement == null) {
            throw unexpectedEnd(token.text(), token);
        }
        return statement;
    }

    private Fault unexpectedEnd(@Nullable String tag, Token at) {
        List<String> message = new ArrayList<>();
        message.add(tag == null ? "Unexpected end of template." : "Encountered unknown tag '" + tag + "'.");
        if (!awaited.isEmpty()) {
            String looking =
                    awaited.peek().stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
            boolean elsewhere = tag != null && awaited.stream().anyMatch(names -> names.contains(tag));
            message.add(
                    elsewhere
                            ? "You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for "
                                    + looking + "."
                            : "Jinja was looking for the following tags: " + looking + ".");
        }
        if (!openTags.isEmpty()) {
            message.add("The innermost block that needs to be closed is '" + openTags.peek() + "'.");
        }
        return expressions.fail(String.join(" ", message), at);
    }
}
