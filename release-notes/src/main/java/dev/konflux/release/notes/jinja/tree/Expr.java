package dev.konflux.release.notes.jinja.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expr extends Tree {

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
        public List<Tree> children() {
            return List.of();
        }
    }

    /** A variable. */
    record Name(String name, Use use, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.of();
        }
    }

    /** {@code namespace.attribute} as the target of an assignment. */
    record NamespaceTarget(String namespace, String attribute, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.of();
        }
    }

    /** A constant: a string, a number, a boolean or none. */
    record Const(Object value, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.of();
        }
    }

    /** A tuple. */
    record Tuple(List<Expr> items, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.copyOf(items);
        }
    }

    /** A list. */
    record ListOf(List<Expr> items, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.copyOf(items);
        }

        @Override
        public String kindName() {
            return "list";
        }
    }

    /** A dict. */
    record Dict(List<Expr> keys, List<Expr> values, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                children.add(keys.get(i));
                children.add(values.get(i));
            }
            return children;
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
        public List<Tree> children() {
            return List.of(left, right);
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
        public List<Tree> children() {
            return List.of(operand);
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
        public List<Tree> children() {
            return Stream.concat(Stream.of(first), rest.stream().map(Comparison::operand))
                    .<Tree>map(child -> child)
                    .toList();
        }
    }

    /** Texts put together with {@code ~}. */
    record Concat(List<Expr> parts, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.copyOf(parts);
        }
    }

    /** {@code target.name}. */
    record Getattr(Expr target, String name, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.of(target);
        }
    }

    /** {@code target[key]}. */
    record Getitem(Expr target, Expr key, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return List.of(target, key);
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
        public List<Tree> children() {
            return Stream.of(start, stop, step)
                    .<Tree>mapMulti((child, sink) -> {
                        if (child != null) {
                            sink.accept(child);
                        }
                    })
                    .toList();
        }
    }

    /** A call. */
    record Call(Expr callee, Arguments arguments, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return Expr.with(callee, arguments);
        }
    }

    /** A filter; without a target it filters the body of its block. */
    record Filter(@Nullable Expr target, String name, Arguments arguments, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return Expr.with(target, arguments);
        }
    }

    /** A test. */
    record Test(Expr target, String name, Arguments arguments, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return Expr.with(target, arguments);
        }
    }

    /** {@code yes if test else no}. */
    record CondExpr(Expr test, Expr yes, @Nullable Expr no, int line, int offset) implements Expr {
        @Override
        public List<Tree> children() {
            return no == null ? List.of(test, yes) : List.of(test, yes, no);
        }
    }

    private static List<Tree> with(@Nullable Expr first, Arguments arguments) {
        List<Tree> children = new ArrayList<>();
        if (first != null) {
            children.add(first);
        }
        children.addAll(arguments.children());
        return children;
    }
}
