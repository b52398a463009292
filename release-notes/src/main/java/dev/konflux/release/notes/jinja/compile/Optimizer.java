package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Operands;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.PyTuple;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds constant parts of expressions, where and as Jinja2's optimizer does. This is no matter of speed alone: a folded text is escaped as a
 * whole, and what goes wrong on the way has no line.
 */
final class Optimizer {

    private final Constants constants;
    private boolean known;

    Optimizer(Constants constants) {
        this.constants = constants;
    }

    /** The expression with its constant parts folded. A collection that stands alone is left as it is, but for its items. */
    Expr optimized(Expr node, Scope.Escaping escaping) {
        boolean collection = node instanceof Expr.ListOf || node instanceof Expr.Tuple || node instanceof Expr.Dict;
        return collection ? Operands.changed(node, item -> optimized(item, escaping)) : folded(node, escaping);
    }

    private Expr folded(Expr node, Scope.Escaping escaping) {
        if (node instanceof Expr.Name || node instanceof Expr.Const) {
            known = node instanceof Expr.Const;
            return node;
        }
        if (isOfName(node)) {
            known = false;
            return node;
        }
        Inside inside = new Inside(escaping);
        Expr changed = Operands.changed(node, inside);
        Object value = inside.suffices(node) ? constants.find(changed, escaping) : null;
        known = value != null;
        return value != null && isWritable(value) ? new Expr.Const(value, node.line(), node.offset()) : changed;
    }

    /** Whether its only operand is a name. Most expressions of templates are such. */
    private static boolean isOfName(Expr node) {
        return (node instanceof Expr.Getattr attribute && attribute.target() instanceof Expr.Name)
                || (node instanceof Expr.Filter filter
                        && filter.target() instanceof Expr.Name
                        && filter.arguments().isEmpty());
    }

    /** Folds operands and notes which are known, so that what cannot be known is not tried again on every level. */
    private final class Inside implements UnaryOperator<Expr> {

        private final Scope.Escaping escaping;
        private int operands;
        private boolean firstKnown = true;
        private boolean allKnown = true;

        Inside(Scope.Escaping escaping) {
            this.escaping = escaping;
        }

        @Override
        public Expr apply(Expr operand) {
            Expr changed = folded(operand, escaping);
            firstKnown &= known || operands > 0;
            operands++;
            allKnown &= known;
            return changed;
        }

        boolean suffices(Expr node) {
            return allKnown || (firstKnown && mayLeaveOutOperands(node));
        }
    }

    /** Whether it can be worked out, or fail, before all of its operands are looked at. */
    private static boolean mayLeaveOutOperands(Expr node) {
        return node instanceof Expr.CondExpr
                || node instanceof Expr.Concat
                || node instanceof Expr.Compare
                || (node instanceof Expr.Binary binary
                        && (binary.operator() == Expr.Operator.AND || binary.operator() == Expr.Operator.OR));
    }

    /** The value of a whole expression; null when it is not known before running. */
    @Nullable
    Object value(Expr node, Scope.Escaping escaping) {
        return constants.find(node, escaping);
    }

    /** Whether Jinja2 can write the value into the Python code it makes. */
    private static boolean isWritable(Object value) {
        if (value instanceof PyDict dict) {
            return dict.keys().stream().allMatch(Optimizer::isWritable)
                    && dict.values().stream().allMatch(Optimizer::isWritable);
        }
        if (value instanceof PySequence sequence) {
            boolean plain = sequence instanceof PyList || (sequence instanceof PyTuple tuple && !tuple.isNamed());
            return plain && sequence.items().stream().allMatch(Optimizer::isWritable);
        }
        return value instanceof String
                || value instanceof Markup
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Double
                || value instanceof BigInteger
                || value == None.NONE;
    }
}
