package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.tree.Arguments;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.TestFunction;

/** Compiles calls, filters and tests: what is applied to values and arguments. */
final class CallCompiler {

    private final TemplateCompiler template;
    private final ExpressionCompiler expressions;

    CallCompiler(TemplateCompiler template, ExpressionCompiler expressions) {
        this.template = template;
        this.expressions = expressions;
    }

    Eval call(Expr.Call node, Scope scope) {
        Eval callee = expressions.written(node.callee(), scope);
        ArgumentsCompiler.ArgsEval arguments = arguments(node.arguments(), scope);
        return frame -> frame.context().call(callee.eval(frame), arguments.eval(frame));
    }

    /** A call that gets the body of its call block. */
    Eval callWithCaller(Expr.Call node, Scope scope, Eval caller) {
        Eval callee = expressions.written(node.callee(), scope);
        ArgumentsCompiler.ArgsEval arguments = arguments(node.arguments(), scope);
        if (node.arguments().keywords().stream()
                .anyMatch(keyword -> keyword.name().equals("caller"))) {
            throw ArgumentsCompiler.repeated("caller");
        }
        return frame -> {
            Object body = caller.eval(frame);
            Object called = callee.eval(frame);
            Args given = arguments.eval(frame);
            if (given.keyword("caller") != null) {
                throw ArgumentsCompiler.twice("caller");
            }
            return frame.context().call(called, given.with("caller", body));
        };
    }

    private ArgumentsCompiler.ArgsEval arguments(Arguments node, Scope scope) {
        return ArgumentsCompiler.compile(node, argument -> expressions.written(argument, scope));
    }

    Eval filter(Expr.Filter node, Scope scope) {
        FilterFunction filter = filterNamed(node.name(), node, scope);
        Eval target = node.target() == null ? caught(scope) : expressions.written(node.target(), scope);
        ArgumentsCompiler.ArgsEval arguments = arguments(node.arguments(), scope);
        return frame -> filter.apply(frame.context(), target.eval(frame), arguments.eval(frame));
    }

    private static Eval caught(Scope scope) {
        boolean on = scope.escaping.on;
        boolean unknown = scope.escaping.unknown;
        return frame -> Capture.caught(frame, unknown ? frame.context().autoescape() : on);
    }

    Eval test(Expr.Test node, Scope scope) {
        TestFunction test = testNamed(node.name(), node, scope);
        Eval target = expressions.written(node.target(), scope);
        ArgumentsCompiler.ArgsEval arguments = arguments(node.arguments(), scope);
        return frame -> test.holds(frame.context(), target.eval(frame), arguments.eval(frame));
    }

    private FilterFunction filterNamed(String name, Expr node, Scope scope) {
        FilterFunction known = template.environment().filters().get(name);
        if (known != null) {
            return known;
        }
        String message = unknown("filter", name, node, scope);
        return (runtime, value, args) -> {
            throw Fault.runtime(message);
        };
    }

    private TestFunction testNamed(String name, Expr node, Scope scope) {
        TestFunction known = template.environment().tests().get(name);
        if (known != null) {
            return known;
        }
        String message = unknown("test", name, node, scope);
        return (runtime, value, args) -> {
            throw Fault.runtime(message);
        };
    }

    /** An unknown filter or test fails at once, except inside a condition: there it fails when it is reached, after its arguments. */
    private static String unknown(String sort, String name, Expr node, Scope scope) {
        String message = "No " + sort + " named " + Printer.reprOf(name);
        if (!scope.soft) {
            throw new Fault(FaultKind.ASSERTION, message + ".", node.line(), node.offset());
        }
        return message + " found.";
    }
}
