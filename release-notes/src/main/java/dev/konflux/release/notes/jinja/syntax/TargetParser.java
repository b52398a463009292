package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.tree.Expr;
import java.util.List;
import java.util.Set;

/** Parses what can be assigned to. */
final class TargetParser {

    private static final Set<String> CONSTANTS = Set.of("true", "false", "none", "True", "False", "None");

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private boolean metLoop;

    TargetParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    boolean metLoop() {
        return metLoop;
    }

    Expr.Name name() {
        Token token = stream.expect(TokenType.NAME);
        if (CONSTANTS.contains(token.text())) {
            throw cannotAssign("name", token.line(), token.offset());
        }
        metLoop |= token.isName("loop");
        return new Expr.Name(token.text(), Expr.Use.STORE, token.line(), token.offset());
    }

    Expr target(boolean withNamespace) {
        Expr parsed = expressions.tuple(() -> expressions.primary().primary(withNamespace), false);
        if (!canAssign(parsed)) {
            throw cannotAssign(parsed.kindName(), parsed.line(), parsed.offset());
        }
        metLoop |= mentionsLoop(parsed);
        return used(parsed, Expr.Use.STORE);
    }

    private static boolean mentionsLoop(Expr target) {
        return target instanceof Expr.Tuple tuple
                ? tuple.items().stream().anyMatch(TargetParser::mentionsLoop)
                : target instanceof Expr.Name name && name.name().equals("loop");
    }

    private static boolean canAssign(Expr target) {
        if (target instanceof Expr.Tuple tuple) {
            return tuple.items().stream().allMatch(TargetParser::canAssign);
        }
        return target instanceof Expr.Name || target instanceof Expr.NamespaceTarget;
    }

    private static Fault cannotAssign(String kind, int line, int offset) {
        return new Fault(FaultKind.SYNTAX, "can't assign to '" + kind + "'", line, offset);
    }

    /** The target with its names marked for a use. */
    static Expr used(Expr target, Expr.Use use) {
        if (target instanceof Expr.Name name) {
            return new Expr.Name(name.name(), use, name.line(), name.offset());
        }
        if (target instanceof Expr.Tuple tuple) {
            List<Expr> items =
                    tuple.items().stream().map(item -> used(item, use)).toList();
            return new Expr.Tuple(items, tuple.line(), tuple.offset());
        }
        return target;
    }
}
