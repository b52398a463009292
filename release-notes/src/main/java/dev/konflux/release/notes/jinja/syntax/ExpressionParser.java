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
    Expr nested(Supplier<Expr> parse) {
        enter();
        Expr result = parse.get();
        depth--;
        return result;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            Token at = stream.current();
            throw new Fault(FaultKind.RECURSION, "expressions nested too deeply", at.line(), at.offset());
        }
    }

    /** Any expression, but no tuple without brackets. */
    Expr expression() {
        enter();
        Expr expression = conditional();
        depth--;
        return expression;
    }

    private Expr conditional() {
        Token at = stream.current();
        Expr value = or();
        while (stream.skipIfName("if")) {
            Expr test = or();
            Expr otherwise = stream.skipIfName("else") ? expression() : null;
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
        Relation relation = relation();
        if (relation == null) {
            return first;
        }
        List<Comparison> rest = new ArrayList<>();
        while (relation != null) {
            rest.add(new Comparison(relation, sum()));
            at = stream.current();
            relation = relation();
        }
        return new Expr.Compare(first, List.copyOf(rest), at.line(), at.offset());
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

    private Expr concat() {
        Token at = stream.current();
        Expr first = product();
        if (!stream.current().is(TokenType.TILDE)) {
            return first;
        }
        List<Expr> parts = new ArrayList<>(List.of(first));
        while (stream.skipIf(TokenType.TILDE)) {
            parts.add(product());
        }
        return new Expr.Concat(List.copyOf(parts), at.line(), at.offset());
    }

    private Expr sum() {
        Token at = stream.current();
        Expr left = concat();
        for (Operator operator = sumOperator(); operator != null; operator = sumOperator()) {
            stream.next();
            left = new Expr.Binary(operator, left, concat(), at.line(), at.offset());
            at = stream.current();
        }
        return left;
    }

    private @Nullable Operator sumOperator() {
        return switch (stream.current().type()) {
            case ADD -> Operator.ADD;
            case SUB -> Operator.SUB;
            default -> null;
        };
    }

    private Expr product() {
        Token at = stream.current();
        Expr left = power();
        for (Operator operator = productOperator(); operator != null; operator = productOperator()) {
            stream.next();
            left = new Expr.Binary(operator, left, power(), at.line(), at.offset());
            at = stream.current();
        }
        return left;
    }

    private @Nullable Operator productOperator() {
        return switch (stream.current().type()) {
            case MUL -> Operator.MUL;
            case DIV -> Operator.DIV;
            case FLOORDIV -> Operator.FLOORDIV;
            case MOD -> Operator.MOD;
            default -> null;
        };
    }

    // Unlike in Python, powers go from left to right.
    private Expr power() {
        Token at = stream.current();
        Expr left = unary(true);
        while (stream.skipIf(TokenType.POW)) {
            left = new Expr.Binary(Operator.POW, left, unary(true), at.line(), at.offset());
            at = stream.current();
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
    Expr tuple(boolean withConditional) {
        return tuple(withConditional ? this::expression : this::or, false);
    }

    Expr tuple(Supplier<Expr> item, boolean inBrackets) {
        Token at = stream.current();
        if (isTupleEnd()) {
            if (!inBrackets) {
                throw fail("Expected an expression, got '" + at.describe() + "'", at);
            }
            return new Expr.Tuple(List.of(), at.line(), at.offset());
        }
        Expr first = item.get();
        if (!stream.current().is(TokenType.COMMA)) {
            return first;
        }
        List<Expr> items = new ArrayList<>(List.of(first));
        // The tuple counts as standing at its last comma.
        while (stream.current().is(TokenType.COMMA)) {
            at = stream.next();
            if (isTupleEnd()) {
                break;
            }
            items.add(item.get());
        }
        return new Expr.Tuple(List.copyOf(items), at.line(), at.offset());
    }

    // Words that end a tuple (in, recursive) are meant to in Jinja2, too, but it never recognizes them.
    private boolean isTupleEnd() {
        TokenType type = stream.current().type();
        return type == TokenType.VARIABLE_END || type == TokenType.BLOCK_END || type == TokenType.RPAREN;
    }
}
