package dev.konflux.release.notes.jinja.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. */
public sealed interface Stmt extends Tree {

    /** Text and printed expressions in a row. */
    record Output(List<Expr> parts, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.copyOf(parts);
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
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(List.of(target, items));
            children.addAll(body);
            children.addAll(otherwise);
            if (test != null) {
                children.add(test);
            }
            return children;
        }
    }

    /** A condition with its further branches. */
    record If(Expr test, List<Stmt> body, List<If> elifs, List<Stmt> otherwise, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(List.of(test));
            children.addAll(body);
            children.addAll(elifs);
            children.addAll(otherwise);
            return children;
        }
    }

    /** Parameters of a macro or call block; the last ones have the defaults. */
    record Parameters(List<Expr.Name> names, List<Expr> defaults) {}

    /** A macro. */
    record Macro(String name, Parameters parameters, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(parameters.names());
            children.addAll(parameters.defaults());
            children.addAll(body);
            return children;
        }
    }

    /** A call with a body. */
    record CallBlock(Expr.Call call, Parameters parameters, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(List.of(call));
            children.addAll(parameters.names());
            children.addAll(parameters.defaults());
            children.addAll(body);
            return children;
        }
    }

    /** A filter over a body. */
    record FilterBlock(List<Stmt> body, Expr.Filter filter, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(body);
            children.add(filter);
            return children;
        }
    }

    /** A scope with variables of its own. */
    record With(List<Expr> targets, List<Expr> values, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(targets);
            children.addAll(values);
            children.addAll(body);
            return children;
        }
    }

    /** An assignment. */
    record Assign(Expr target, Expr value, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of(target, value);
        }
    }

    /** An assignment of rendered text. */
    record AssignBlock(Expr target, Expr.@Nullable Filter filter, List<Stmt> body, int line, int offset)
            implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(List.of(target));
            if (filter != null) {
                children.add(filter);
            }
            children.addAll(body);
            return children;
        }
    }

    /** A named block that a child template may replace. */
    record Block(String name, List<Stmt> body, boolean scoped, boolean required, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.copyOf(body);
        }
    }

    /** The parent template. */
    record Extends(Expr template, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of(template);
        }
    }

    /** Another template rendered here. */
    record Include(Expr template, boolean withContext, boolean ignoreMissing, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of(template);
        }
    }

    /** Another template's exports under one name. */
    record Import(Expr template, String target, boolean withContext, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of(template);
        }
    }

    /** An imported name and what it is called here. */
    record Alias(String name, String as) {}

    /** Some of another template's exports. */
    record FromImport(Expr template, List<Alias> names, boolean withContext, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of(template);
        }
    }

    /** A body with escaping switched on or off. */
    record Autoescape(Expr enabled, List<Stmt> body, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            List<Tree> children = new ArrayList<>(List.of(enabled));
            children.addAll(body);
            return children;
        }
    }

    /** An expression evaluated for its effect. */
    record Do(Expr value, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of(value);
        }
    }

    /** The end of a loop, or of one turn. */
    record LoopControl(boolean isBreak, int line, int offset) implements Stmt {
        @Override
        public List<Tree> children() {
            return List.of();
        }
    }
}
