package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Expr.Compare.Comparison;
import dev.konflux.release.notes.jinja.tree.Expr.Compare.Relation;
import dev.konflux.release.notes.jinja.tree.Expr.Operator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses the operators of expressions, loosest first. */
final class ExpressionParser {

    private static final int DEEPEST = 150;
    private static final Map<TokenType, Operator> SUMS =
            Map.of(TokenType.ADD, Operator.ADD, TokenType.SUB, Operator.SUB);
    private static final Map<TokenType, Operator> PRODUCTS = Map.of(
            TokenType.MUL,
            Operator.MUL,
            TokenType.DIV,
            Operator.DIV,
            TokenType.FLOORDIV,
            Operator.FLOORDIV,
            TokenType.MOD,
            Operator.MOD);
    private static final Map<TokenType, Operator> POWERS = Map.of(TokenType.POW, Operator.POW);
    private static final Map<TokenType, Relation> RELATIONS = relations();

    private final TokenStream stream;
    private final PrimaryParser primary;
    private int depth;

    ExpressionParser(TokenStream stream) {
        this.stream = stream;
        this.primary = new PrimaryParser(stream, this);
    }

    private static Map<TokenType, Relation> relations() {
        Map<TokenType, Relation> relations = new EnumMap<>(TokenType.class);
        for (Relation relation : Relation.values()) {
            if (relation != Relation.IN && relation != Relation.NOTIN) {
                relations.put(TokenType.valueOf(relation.name()), relation);
            }
        }
        return relations;
    }

    PrimaryParser primary() {
        return primary;
    }

    Fault fail(String message, Token at) {
        return new Fault(FaultKind.SYNTAX, message, at.line(), at.offset());
    }

    /** Parses one level deeper, but not without end. */
    <T> T nested(Supplier<T> parse) {
        if (++depth > DEEPEST) {
            throw new Fault(
                    FaultKind.RECURSION,
                    "expressions nested too deeply",
                    stream.current().line(),
                    stream.current().offset());
        }
        T result = parse.get();
        depth--;
        return result;
    }

    Expr expression() {
        return nested(this::conditional);
    }

    private Expr conditional() {
        Token at = stream.current();
        Expr value = or();
        while (stream.skipIfName("if")) {
            Expr test = or();
            Expr otherwise = stream.skipIfName("else") ? nested(this::conditional) : null;
            value = new Expr.CondExpr(test, value, otherwise, at.line(), at.offset());
            at = stream.current();
        }
        return value;
    }

    Expr or() {
        Token at = stream.current();
        Expr left = and();
        while (stream.skipIfName("or")) {
            left = new Expr.Binary(Operator.OR, left, and(), at.line(), at.offset());
            at = stream.current();
        }
        return left;
    }

    private Expr and() {
        Token at = stream.current();
        Expr left = not();
        while (stream.skipIfName("and")) {
            left = new Expr.Binary(Operator.AND, left, not(), at.line(), at.offset());
            at = stream.current();
        }
        return left;
    }

    private Expr not() {
        Token at = stream.current();
        if (stream.skipIfName("not")) {
            return new Expr.Unary(Expr.Unary.Sign.NOT, nested(this::not), at.line(), at.offset());
        }
        return comparison();
    }

    private Expr comparison() {
        Token at = stream.current();
        Expr first = sum();
        List<Comparison> rest = new ArrayList<>();
        Relation relation = relation();
        while (relation != null) {
            rest.add(new Comparison(relation, sum()));
            at = stream.current();
            relation = relation();
        }
        return rest.isEmpty() ? first : new Expr.Compare(first, List.copyOf(rest), at.line(), at.offset());
    }

    private @Nullable Relation relation() {
        Relation relation = RELATIONS.get(stream.current().type());
        if (relation != null) {
            stream.next();
            return relation;
        }
        if (stream.skipIfName("in")) {
            return Relation.IN;
        }
        if (stream.current().isName("not") && stream.look().isName("in")) {
            stream.skip(2);
            return Relation.NOTIN;
        }
        return null;
    }

    private Expr sum() {
        return leftAssociative(SUMS, this::concat);
    }

    private Expr concat() {
        Token at = stream.current();
        List<Expr> parts = new ArrayList<>();
        parts.add(product());
        while (stream.skipIf(TokenType.TILDE)) {
            parts.add(product());
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.Concat(List.copyOf(parts), at.line(), at.offset());
    }

    private Expr product() {
        return leftAssociative(PRODUCTS, () -> leftAssociative(POWERS, () -> unary(true)));
    }

    private Expr leftAssociative(Map<TokenType, Operator> operators, Supplier<Expr> operand) {
        Token at = stream.current();
        Expr left = operand.get();
        Operator operator = operators.get(stream.current().type());
        while (operator != null) {
            stream.next();
            left = new Expr.Binary(operator, left, operand.get(), at.line(), at.offset());
            at = stream.current();
            operator = operators.get(stream.current().type());
        }
        return left;
    }

    Expr unary(boolean withFilter) {
        Token at = stream.current();
        Expr node;
        if (stream.skipIf(TokenType.SUB)) {
            node = new Expr.Unary(Expr.Unary.Sign.NEG, nested(() -> unary(false)), at.line(), at.offset());
        } else if (stream.skipIf(TokenType.ADD)) {
            node = new Expr.Unary(Expr.Unary.Sign.POS, nested(() -> unary(false)), at.line(), at.offset());
        } else {
            node = primary.primary(false);
        }
        Expr postfixed = primary.postfix(node);
        return withFilter ? primary.filters(postfixed) : postfixed;
    }

    /** An expression, or a tuple without brackets. */
    Expr tuple(boolean withConditional, @Nullable String endWord) {
        return tuple(withConditional ? this::expression : this::or, endWord, false);
    }

    Expr tuple(Supplier<Expr> item, @Nullable String endWord, boolean inBrackets) {
        Token at = stream.current();
        List<Expr> items = new ArrayList<>();
        boolean isTuple = false;
        while (true) {
            if (!items.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            if (isTupleEnd(endWord)) {
                break;
            }
            items.add(item.get());
            if (!stream.current().is(TokenType.COMMA)) {
                break;
            }
            isTuple = true;
            at = stream.current();
        }
        if (!isTuple && !items.isEmpty()) {
            return items.get(0);
        }
        if (!isTuple && !inBrackets) {
            throw fail("Expected an expression, got '" + stream.current().describe() + "'", stream.current());
        }
        return new Expr.Tuple(List.copyOf(items), at.line(), at.offset());
    }

    private boolean isTupleEnd(@Nullable String endWord) {
        TokenType type = stream.current().type();
        boolean closing = type == TokenType.VARIABLE_END || type == TokenType.BLOCK_END || type == TokenType.RPAREN;
        return closing || (endWord != null && stream.current().isName(endWord));
    }
}
