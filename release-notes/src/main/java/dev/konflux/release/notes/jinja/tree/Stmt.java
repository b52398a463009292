package dev.konflux.release.notes.jinja.tree;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement. */
public sealed interface Stmt extends Tree {

    @Override
    default boolean isStatement() {
        return true;
    }

    /** Text and printed expressions in a row. */
    record Output(List<Expr> parts, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(parts, visitor);
        }
    }

    /** A loop. */
    record For(
            Expr target,
            Expr items,
            List<Stmt> body,
            List<Stmt> otherwise,
            @Nullable Expr test,
            boolean recursive,
            int line,
            int offset)
            implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(target);
            visitor.accept(items);
            Document.each(body, visitor);
            Document.each(otherwise, visitor);
            Expr.present(test, visitor);
        }
    }

    /** A condition with its further branches. */
    record If(Expr test, List<Stmt> body, List<If> elifs, List<Stmt> otherwise, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(test);
            Document.each(body, visitor);
            Document.each(elifs, visitor);
            Document.each(otherwise, visitor);
        }
    }

    /** Parameters of a macro or call block; the last ones have the defaults. */
    record Parameters(List<Expr.Name> names, List<Expr> defaults) {}

    /** A macro. */
    record Macro(String name, Parameters parameters, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(parameters.names(), visitor);
            Document.each(parameters.defaults(), visitor);
            Document.each(body, visitor);
        }
    }

    /** A call with a body. */
    record CallBlock(Expr.Call call, Parameters parameters, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(call);
            Document.each(parameters.names(), visitor);
            Document.each(parameters.defaults(), visitor);
            Document.each(body, visitor);
        }
    }

    /** A filter over a body. */
    record FilterBlock(List<Stmt> body, Expr.Filter filter, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(body, visitor);
            visitor.accept(filter);
        }
    }

    /** A scope with variables of its own. */
    record With(List<Expr> targets, List<Expr> values, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(targets, visitor);
            Document.each(values, visitor);
            Document.each(body, visitor);
        }
    }

    /** An assignment. */
    record Assign(Expr target, Expr value, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(target);
            visitor.accept(value);
        }
    }

    /** An assignment of rendered text. */
    record AssignBlock(Expr target, Expr.@Nullable Filter filter, List<Stmt> body, int line, int offset)
            implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(target);
            Expr.present(filter, visitor);
            Document.each(body, visitor);
        }
    }

    /** A named block that a child template may replace. */
    record Block(String name, List<Stmt> body, boolean scoped, boolean required, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(body, visitor);
        }
    }

    /** The parent template. */
    record Extends(Expr template, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(template);
        }
    }

    /** Another template rendered here. */
    record Include(Expr template, boolean withContext, boolean ignoreMissing, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(template);
        }
    }

    /** Another template's exports under one name. */
    record Import(Expr template, String target, boolean withContext, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(template);
        }
    }

    /** An imported name and what it is called here. */
    record Alias(String name, String as) {}

    /** Some of another template's exports. */
    record FromImport(Expr template, List<Alias> names, boolean withContext, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(template);
        }
    }

    /** A body with escaping switched on or off. */
    record Autoescape(Expr enabled, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(enabled);
            Document.each(body, visitor);
        }
    }

    /** A tag that is none of Jinja2's. */
    record Custom(String name, String words, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            Document.each(body, visitor);
        }
    }

    /** An expression evaluated for its effect. */
    record Do(Expr value, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {
            visitor.accept(value);
        }
    }

    /** The end of a loop, or of one turn. */
    record LoopControl(boolean isBreak, int line, int offset) implements Stmt {
        @Override
        public void eachChild(Consumer<? super Tree> visitor) {}
    }
}
