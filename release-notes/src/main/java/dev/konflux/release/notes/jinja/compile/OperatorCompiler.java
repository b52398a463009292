package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.Division;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Truth;
import java.util.function.Function;

/** Compiles operators. */
final class OperatorCompiler {

    private OperatorCompiler() {}

    static Eval binary(Expr.Operator operator, Eval left, Eval right) {
        return switch (operator) {
            case AND ->
                frame -> {
                    Object value = left.eval(frame);
                    return Truth.of(value) ? right.eval(frame) : value;
                };
            case OR ->
                frame -> {
                    Object value = left.eval(frame);
                    return Truth.of(value) ? value : right.eval(frame);
                };
            default -> {
                Operation operation = operation(operator);
                yield frame -> operation.apply(left.eval(frame), right.eval(frame), frame.context());
            }
        };
    }

    /** What an operator does with two values. */
    @FunctionalInterface
    interface Operation {
        Object apply(Object left, Object right, Interpreter runtime);
    }

    /** What an operator does that always looks at both operands. */
    static Operation operation(Expr.Operator operator) {
        return switch (operator) {
            case ADD -> Arithmetic::add;
            case SUB -> Arithmetic::subtract;
            case MUL -> Arithmetic::multiply;
            case DIV -> (left, right, runtime) -> Division.divide(left, right);
            case FLOORDIV -> (left, right, runtime) -> Division.floorDivide(left, right);
            case MOD -> Division::modulo;
            case POW -> Arithmetic::power;
            case AND, OR -> throw new IllegalArgumentException(operator + " may leave out its right operand");
        };
    }

    static Eval unary(Expr.Unary.Sign sign, Eval operand) {
        return switch (sign) {
            case NOT -> frame -> !operand.test(frame);
            case NEG -> frame -> Arithmetic.negate(operand.eval(frame));
            case POS -> frame -> Arithmetic.plus(operand.eval(frame));
        };
    }

    static Eval compare(Expr.Compare node, Function<Expr, Eval> compiler) {
        Eval first = compiler.apply(node.first());
        Eval[] operands =
                node.rest().stream().map(link -> compiler.apply(link.operand())).toArray(Eval[]::new);
        Expr.Compare.Relation[] relations =
                node.rest().stream().map(Expr.Compare.Comparison::relation).toArray(Expr.Compare.Relation[]::new);
        if (operands.length == 1) {
            Eval second = operands[0];
            Expr.Compare.Relation relation = relations[0];
            return frame -> holds(relation, first.eval(frame), second.eval(frame), frame.context());
        }
        return frame -> {
            Object left = first.eval(frame);
            for (int i = 0; i < operands.length; i++) {
                Object right = operands[i].eval(frame);
                if (!holds(relations[i], left, right, frame.context())) {
                    return false;
                }
                left = right;
            }
            return true;
        };
    }

    static boolean holds(Expr.Compare.Relation relation, Object left, Object right, Interpreter runtime) {
        return switch (relation) {
            case EQ -> Equality.of(left, right, runtime.budget());
            case NE -> !Equality.of(left, right, runtime.budget());
            case LT -> Compare.holds(left, right, Compare.Order.LESS, runtime.budget());
            case LTEQ -> Compare.holds(left, right, Compare.Order.AT_MOST, runtime.budget());
            case GT -> Compare.holds(left, right, Compare.Order.GREATER, runtime.budget());
            case GTEQ -> Compare.holds(left, right, Compare.Order.AT_LEAST, runtime.budget());
            case IN -> Iteration.contains(right, left, runtime);
            case NOTIN -> !Iteration.contains(right, left, runtime);
        };
    }
}
