package dev.konflux.release.notes.jinja.tree;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expr extends Tree {

    @Override
    default boolean isStatement() {
        return false;
    }

    /** What error messages call its kind. */
    default String kindName() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** The value of {@code none}. */
    Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };

    /** How a name is used. */
    enum Use {
        LOAD,
        STORE,
        PARAMETER
    }

    /** Literal text between the tags. */
    record Text(String text, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {}
    }

    /** A variable. */
    record Name(String name, Use use, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {}
    }

    /** {@code namespace.attribute} as the target of an assignment. */
    record NamespaceTarget(String namespace, String attribute, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {}
    }

    /** A constant: a string, a number, a boolean or none. */
    record Const(Object value, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {}
    }

    /** A tuple. */
    record Tuple(List<Expr> items, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(items, visitor);
        }
    }

    /** A list. */
    record ListOf(List<Expr> items, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(items, visitor);
        }

        @Override
        public String kindName() {
            return "list";
        }
    }

    /** A dict. */
    record Dict(List<Expr> keys, List<Expr> values, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            for (int i = 0; i < keys.size(); i++) {
                visitor.accept(keys.get(i));
                visitor.accept(values.get(i));
            }
        }
    }

    /** The operators of one or two operands that give a value of their own. */
    enum Operator {
        ADD,
        SUB,
        MUL,
        DIV,
        FLOORDIV,
        MOD,
        POW,
        AND,
        OR
    }

    /** Two operands. */
    record Binary(Operator operator, Expr left, Expr right, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(left);
            visitor.accept(right);
        }

        @Override
        public String kindName() {
            return operator.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A sign or {@code not}. */
    record Unary(Sign sign, Expr operand, int line, int offset) implements Expr {

        /** The operators of one operand. */
        public enum Sign {
            NEG,
            POS,
            NOT
        }

        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(operand);
        }

        @Override
        public String kindName() {
            return sign.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A chain of comparisons. */
    record Compare(Expr first, List<Comparison> rest, int line, int offset) implements Expr {

        /** The comparison operators. */
        public enum Relation {
            EQ,
            NE,
            LT,
            LTEQ,
            GT,
            GTEQ,
            IN,
            NOTIN
        }

        /** One link of the chain. */
        public record Comparison(Relation relation, Expr operand) {}

        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(first);
            rest.forEach(comparison -> visitor.accept(comparison.operand()));
        }
    }

    /** Texts put together with {@code ~}. */
    record Concat(List<Expr> parts, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(parts, visitor);
        }
    }

    /** {@code target.name}. */
    record Getattr(Expr target, String name, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(target);
        }
    }

    /** {@code target[key]}. */
    record Getitem(Expr target, Expr key, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(target);
            visitor.accept(key);
        }
    }

    /** {@code start:stop:step} inside a subscript. */
    record Slice(
            @Nullable Expr start,
            @Nullable Expr stop,
            @Nullable Expr step,
            int line,
            int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Expr.present(start, visitor);
            Expr.present(stop, visitor);
            Expr.present(step, visitor);
        }
    }

    /** A call. */
    record Call(Expr callee, Arguments arguments, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(callee);
            arguments.eachChild(visitor);
        }
    }

    /** A filter; without a target it filters the body of its block. */
    record Filter(@Nullable Expr target, String name, Arguments arguments, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Expr.present(target, visitor);
            arguments.eachChild(visitor);
        }
    }

    /** A test. */
    record Test(Expr target, String name, Arguments arguments, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(target);
            arguments.eachChild(visitor);
        }
    }

    /** {@code yes if test else no}. */
    record CondExpr(Expr test, Expr yes, @Nullable Expr no, int line, int offset) implements Expr {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(test);
            visitor.accept(yes);
            Expr.present(no, visitor);
        }
    }

    /** Shows a node that may be missing. */
    static void present(@Nullable Expr node, Consumer<? super Tree> visitor) {
        if (node != null) {
            visitor.accept(node);
        }
    }
}
