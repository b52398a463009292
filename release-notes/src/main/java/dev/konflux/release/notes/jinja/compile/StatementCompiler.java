package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.Macro;
import dev.konflux.release.notes.jinja.run.MacroCode;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.TagFunction;
import dev.konflux.release.notes.jinja.value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles statements. */
final class StatementCompiler {

    private final TemplateCompiler template;
    private final ExpressionCompiler expressions;
    private final OutputCompiler outputs;
    private final LoopCompiler loops;
    private final MacroCompiler macros;
    private final InheritanceCompiler inheritance;

    StatementCompiler(TemplateCompiler template) {
        this.template = template;
        this.expressions = new ExpressionCompiler(template);
        this.outputs = new OutputCompiler(template, expressions);
        this.loops = new LoopCompiler(template, this, expressions);
        this.macros = new MacroCompiler(template, this, expressions);
        this.inheritance = new InheritanceCompiler(template, expressions);
    }

    Exec[] body(List<Stmt> statements, Scope scope) {
        List<Exec> compiled = new ArrayList<>(statements.size());
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Extends && scope.topLevel && template.extendsForSure()) {
                compiled.add(TemplateCompiler.failing(
                        template.name(), template.lines().last(), "extended multiple times"));
                break;
            }
            template.lines().begin(statement);
            Exec exec = writable(statement, scope);
            template.lines().end(statement);
            if (exec != null) {
                compiled.add(exec);
            }
        }
        return compiled.toArray(new Exec[0]);
    }

    /** The statement, or null when it runs nothing or Jinja2 writes no Python for it that could run. */
    private @Nullable Exec writable(Stmt node, Scope scope) {
        try {
            return statement(node, scope);
        } catch (Fault fault) {
            if (fault.kind() != FaultKind.PYTHON_SYNTAX) {
                throw fault;
            }
            template.refuseAtEnd(fault);
            return null;
        }
    }

    private @Nullable Exec statement(Stmt node, Scope scope) {
        if (node instanceof Stmt.Output output) {
            return outputs.output(output, scope);
        }
        if (node instanceof Stmt.For loop) {
            return loops.loop(loop, scope);
        }
        if (node instanceof Stmt.If condition) {
            return condition(condition, scope);
        }
        if (node instanceof Stmt.Assign assign) {
            return assign(assign, scope);
        }
        if (node instanceof Stmt.AssignBlock block) {
            return assignBlock(block, scope);
        }
        if (node instanceof Stmt.Macro macro) {
            return macro(macro, scope);
        }
        if (node instanceof Stmt.CallBlock call) {
            return callBlock(call, scope);
        }
        if (node instanceof Stmt.FilterBlock block) {
            return filterBlock(block, scope);
        }
        if (node instanceof Stmt.With with) {
            return with(with, scope);
        }
        if (node instanceof Stmt.Autoescape autoescape) {
            return autoescape(autoescape, scope);
        }
        if (node instanceof Stmt.Do evaluated) {
            Eval value = expressions.compile(evaluated.value(), scope);
            return new EvaluateExec(template.name(), evaluated, value);
        }
        if (node instanceof Stmt.LoopControl control) {
            return control(control, scope);
        }
        if (node instanceof Stmt.Custom custom) {
            return custom(custom, scope);
        }
        return inheritance.statement(node, scope);
    }

    private Exec custom(Stmt.Custom node, Scope scope) {
        TagFunction tag = Objects.requireNonNull(template.environment().tags().get(node.name()), node.name());
        InheritanceCompiler.Locals locals =
                new InheritanceCompiler.Locals(scope.symbols.stored(scope.symbols.function()));
        return new CustomTagExec(template.name(), node, tag, locals, template.body(node.name(), node.body()));
    }

    private Exec condition(Stmt.If node, Scope scope) {
        Scope soft = scope.soft();
        List<IfExec.Branch> branches = new ArrayList<>();
        branches.add(new IfExec.Branch(node, expressions.compile(node.test(), soft), body(node.body(), soft)));
        for (Stmt.If branch : node.elifs()) {
            template.lines().begin(branch);
            branches.add(
                    new IfExec.Branch(branch, expressions.compile(branch.test(), soft), body(branch.body(), soft)));
        }
        return new IfExec(template.name(), node, branches, body(node.otherwise(), soft));
    }

    private Exec assign(Stmt.Assign node, Scope scope) {
        Tree before = template.lines().before();
        Eval value = expressions.compile(node.value(), scope);
        Target target = Target.of(node.target(), scope);
        List<Loads.Place> namespaces = Target.namespaces(node.target(), scope);
        return new AssignExec(template.name(), node, before, namespaces, target, value, exports(node.target(), scope));
    }

    private static List<AssignExec.Export> exports(Expr target, Scope scope) {
        List<AssignExec.Export> exports = new ArrayList<>();
        if (scope.topLevel) {
            for (String name : Target.names(target)) {
                exports.add(
                        new AssignExec.Export(name, scope.symbols.require(name).from(scope.symbols.function())));
            }
        }
        return exports;
    }

    private Exec assignBlock(Stmt.AssignBlock node, Scope scope) {
        Scope inner = scope.inner();
        inner.outputCheck = false;
        SymbolFinder.visit(inner.symbols, node.body());
        Exec[] statements = body(node.body(), inner);
        Eval filter = node.filter() == null ? null : expressions.compile(node.filter(), inner);
        Target target = Target.of(node.target(), scope);
        Capture capture =
                new Capture(inner.symbols.loads(), statements, filter, inner.escaping.on, inner.escaping.unknown);
        return new AssignBlockExec(template.name(), node, capture, target, exports(node.target(), scope));
    }

    private Exec macro(Stmt.Macro node, Scope scope) {
        MacroCode code = macros.compile(node.name(), node, node.parameters(), node.body(), scope);
        Loads.Place place = scope.symbols.require(node.name()).from(scope.symbols.function());
        boolean topLevel = scope.topLevel;
        String name = node.name();
        return new Exec(template.name(), node) {
            @Override
            protected Flow run(Frame frame) {
                Macro macro = new Macro(code, frame);
                place.write(frame, macro);
                if (topLevel) {
                    frame.context().export(name);
                    frame.context().put(name, macro);
                }
                return Flow.NEXT;
            }
        };
    }

    private Exec callBlock(Stmt.CallBlock node, Scope scope) {
        MacroCode code = macros.compile(null, node, node.parameters(), node.body(), scope);
        Eval call = expressions.calls().callWithCaller(node.call(), scope, frame -> new Macro(code, frame));
        return new EmitExec(template.name(), node, call);
    }

    private Exec filterBlock(Stmt.FilterBlock node, Scope scope) {
        Scope inner = scope.inner();
        SymbolFinder.visitChildren(inner.symbols, node);
        Exec[] statements = body(node.body(), inner);
        Eval filter = expressions.compile(node.filter(), inner);
        Capture capture =
                new Capture(inner.symbols.loads(), statements, filter, inner.escaping.on, inner.escaping.unknown);
        return new FilterBlockExec(template.name(), node, capture);
    }

    private Exec with(Stmt.With node, Scope scope) {
        Tree blamed = template.lines().last();
        Scope inner = scope.inner();
        SymbolFinder.visit(inner.symbols, node.targets());
        SymbolFinder.visit(inner.symbols, node.body());
        List<Eval> values = node.values().stream()
                .map(value -> expressions.compile(value, scope))
                .toList();
        List<Target> targets =
                node.targets().stream().map(target -> Target.of(target, inner)).toList();
        return new WithExec(template.name(), blamed, inner.symbols.loads(), targets, values, body(node.body(), inner));
    }

    private Exec autoescape(Stmt.Autoescape node, Scope scope) {
        Tree blamed = template.lines().last();
        Scope inner = scope.inner();
        SymbolFinder.visitChildren(inner.symbols, node);
        Eval enabled = expressions.compile(node.enabled(), inner);
        boolean wasOn = inner.escaping.on;
        boolean wasUnknown = inner.escaping.unknown;
        Object known = template.optimizer().value(node.enabled(), inner.escaping);
        inner.escaping.unknown = known == null || wasUnknown;
        inner.escaping.on = known == null ? wasOn : Truth.of(known);
        Exec[] statements = body(node.body(), inner);
        inner.escaping.on = wasOn;
        inner.escaping.unknown = wasUnknown;
        return new AutoescapeExec(template.name(), blamed, inner.symbols.loads(), enabled, statements);
    }

    private Exec control(Stmt.LoopControl node, Scope scope) {
        if (!scope.inLoop) {
            String message = node.isBreak() ? "'break' outside loop" : "'continue' not properly in loop";
            throw new Fault(FaultKind.PYTHON_SYNTAX, message, node.line(), node.offset());
        }
        Flow flow = node.isBreak() ? Flow.BREAK : Flow.CONTINUE;
        return new Exec(template.name(), node) {
            @Override
            protected Flow run(Frame frame) {
                return flow;
            }
        };
    }
}
