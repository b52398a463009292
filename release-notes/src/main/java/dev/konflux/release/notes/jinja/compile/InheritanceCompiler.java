package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import dev.konflux.release.notes.jinja.run.Context;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles blocks, extends, includes and imports. */
final class InheritanceCompiler {

    private final TemplateCompiler template;
    private final ExpressionCompiler expressions;

    InheritanceCompiler(TemplateCompiler template, ExpressionCompiler expressions) {
        this.template = template;
        this.expressions = expressions;
    }

    @Nullable
    Exec statement(Stmt node, Scope scope) {
        if (node instanceof Stmt.Block block) {
            return block(block, scope);
        }
        if (node instanceof Stmt.Extends extend) {
            return extend(extend, scope);
        }
        Locals locals = new Locals(scope.symbols.stored(scope.symbols.function()));
        if (node instanceof Stmt.Include include) {
            return new IncludeExec(template.name(), include, expressions.compile(include.template(), scope), locals);
        }
        if (node instanceof Stmt.Import all) {
            Eval source = expressions.compile(all.template(), scope);
            return new ImportExec(template.name(), all, source, locals, place(scope, all.target()), scope.topLevel);
        }
        if (node instanceof Stmt.FromImport some) {
            Eval source = expressions.compile(some.template(), scope);
            Map<Stmt.Alias, Loads.Place> places = new LinkedHashMap<>();
            some.names().forEach(alias -> places.put(alias, place(scope, alias.as())));
            return new FromImportExec(template.name(), some, source, locals, places, scope.topLevel);
        }
        throw new IllegalStateException("unknown statement " + node.getClass().getSimpleName());
    }

    private static Loads.Place place(Scope scope, String name) {
        return scope.symbols.require(name).from(scope.symbols.function());
    }

    /** The variables that are set around a statement. */
    record Locals(Map<String, Loads.Place> places) {

        Map<String, Object> values(Frame frame) {
            Map<String, Object> values = new LinkedHashMap<>();
            places.forEach((name, place) -> {
                Object value = place.read(frame);
                if (value != null) {
                    values.put(name, value);
                }
            });
            return values;
        }

        Map<String, Object> withContext(Frame frame) {
            Map<String, Object> all = frame.context().all();
            all.putAll(values(frame));
            return all;
        }
    }

    private @Nullable Exec block(Stmt.Block node, Scope scope) {
        if (scope.topLevel && template.extendsForSure()) {
            return null;
        }
        Locals locals = new Locals(scope.symbols.stored(scope.symbols.function()));
        Exec exec = new Exec(template.name(), node) {
            @Override
            protected Flow run(Frame frame) {
                Context context = node.scoped() ? frame.context().derived(locals.values(frame)) : frame.context();
                if (node.required() && context.blockStack(node.name()).size() <= 1) {
                    throw Fault.runtime("Required block '" + node.name() + "' not found");
                }
                context.blockStack(node.name()).get(0).runBlock(context, frame.output());
                return Flow.NEXT;
            }
        };
        boolean check = scope.topLevel && template.extendsSoFar() > 0;
        return check ? new UnlessExtendedExec(template.name(), node, exec) : exec;
    }

    private Exec extend(Stmt.Extends node, Scope scope) {
        if (!scope.topLevel) {
            throw new Fault(
                    FaultKind.ASSERTION, "cannot use extend from a non top-level scope", node.line(), node.offset());
        }
        Eval source = expressions.compile(node.template(), scope);
        boolean check = template.extendsSoFar() > 0;
        Tree blamed = template.lines().before();
        template.extended(scope.rootLevel);
        return new Exec(template.name(), node) {
            @Override
            protected Flow run(Frame frame) {
                if (check && frame.parent() != null) {
                    throw Fault.runtime("extended multiple times").at(template(), blamed.line(), blamed.offset());
                }
                Context context = frame.context();
                CompiledTemplate parent = context.render().templates().get(source.eval(frame));
                frame.extend(parent);
                context.inherit(parent);
                return Flow.NEXT;
            }
        };
    }
}
