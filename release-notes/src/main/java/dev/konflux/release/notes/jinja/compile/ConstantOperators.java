package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Truth;
import org.jspecify.annotations.Nullable;

/** Works out operators whose operands are known before anything runs. */
final class ConstantOperators {

    private final Constants constants;

    ConstantOperators(Constants constants) {
        this.constants = constants;
    }

    @Nullable
    Object binary(Expr.Binary node) {
        Object left = constants.of(node.left());
        if (left == null) {
            return null;
        }
        constants.context().budget().step();
        switch (node.operator()) {
            case AND -> {
                return Truth.of(left) ? constants.of(node.right()) : left;
            }
            case OR -> {
                return Truth.of(left) ? left : constants.of(node.right());
            }
            default -> {}
        }
        Object right = constants.of(node.right());
        if (right == null) {
            return null;
        }
        Object result = constants.attempt(
                () -> OperatorCompiler.operation(node.operator()).apply(left, right, constants.context()));
        // A power that is a complex number in Python is left alone: what stands for it here could not be written.
        boolean complex = node.operator() == Expr.Operator.POW && result instanceof Double real && real.isNaN();
        return complex ? null : result;
    }

    @Nullable
    Object unary(Expr.Unary node) {
        Object operand = constants.of(node.operand());
        return operand == null ? null : constants.attempt(() -> unary(node.sign(), operand));
    }

    private static Object unary(Expr.Unary.Sign sign, Object operand) {
        return switch (sign) {
            case NOT -> !Truth.of(operand);
            case NEG -> Arithmetic.negate(operand);
            case POS -> Arithmetic.plus(operand);
        };
    }

    @Nullable
    Object compare(Expr.Compare node) {
        Object left = constants.of(node.first());
        for (Expr.Compare.Comparison link : node.rest()) {
            Object right = left == null ? null : constants.of(link.operand());
            if (left == null || right == null) {
                return null;
            }
            Object first = left;
            Object holds =
                    constants.attempt(() -> OperatorCompiler.holds(link.relation(), first, right, constants.context()));
            if (!Boolean.TRUE.equals(holds)) {
                return holds;
            }
            left = right;
        }
        return true;
    }

    @Nullable
    Object concat(Expr.Concat node) {
        StringBuilder text = new StringBuilder();
        for (Expr part : node.parts()) {
            Object value = constants.of(part);
            if (value == null) {
                return null;
            }
            text.append(constants.context().text(value));
            constants.context().budget().grown(text.length());
        }
        return text.toString();
    }
}
