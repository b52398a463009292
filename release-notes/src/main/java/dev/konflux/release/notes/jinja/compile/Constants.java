package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Truth;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be known about expressions before running. */
final class Constants {

    private Constants() {}

    @SuppressWarnings("ReferenceEquality") // There is one such object.
    static Object value(Expr.Const constant) {
        return constant.value() == Expr.NOTHING ? None.NONE : constant.value();
    }

    /** Whether a negative constant is raised to a power that is not constant. */
    static boolean isNegatedPower(Expr.Binary node) {
        return node.operator() == Expr.Operator.POW
                && node.left() instanceof Expr.Unary unary
                && unary.sign() == Expr.Unary.Sign.NEG
                && unary.operand() instanceof Expr.Const
                && !isConstant(node.right());
    }

    /** Whether Jinja2 knows the value before running. */
    static boolean isConstant(Tree node) {
        Reading reading = new Reading();
        reading.accept(node);
        return !reading.found;
    }

    /** Looks for the first name or call. */
    private static final class Reading implements Consumer<Tree> {

        private boolean found;

        @Override
        public void accept(Tree node) {
            if (found || node instanceof Expr.Name || node instanceof Expr.Call) {
                found = true;
                return;
            }
            node.eachChild(this);
        }
    }

    /** The truth of a constant expression; null when it is not constant. */
    static @Nullable Boolean truth(Expr node) {
        if (node instanceof Expr.Const constant) {
            return Truth.of(value(constant));
        }
        if (node instanceof Expr.Unary unary && unary.sign() == Expr.Unary.Sign.NOT) {
            Boolean inner = truth(unary.operand());
            return inner == null ? null : !inner;
        }
        return null;
    }
}
