package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.TemplateReference;
import dev.konflux.release.notes.jinja.tree.Arguments;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Slicing;
import dev.konflux.release.notes.jinja.value.TestFunction;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles expressions. */
final class ExpressionCompiler {

    private final TemplateCompiler template;

    ExpressionCompiler(TemplateCompiler template) {
        this.template = template;
    }

    Eval compile(Expr node, Scope scope) {
        boolean volatileEscaping = scope.escaping.unknown;
        return written(volatileEscaping ? node : template.optimizer().optimized(node, scope.escaping), scope);
    }

    private Eval written(Expr node, Scope scope) {
        if (node instanceof Expr.Name name) {
            return name(name, scope);
        }
        if (node instanceof Expr.Const constant) {
            return Literal.of(Constants.value(constant));
        }
        if (node instanceof Expr.Getattr attribute) {
            Eval target = written(attribute.target(), scope);
            String name = attribute.name();
            return frame -> frame.context().attribute(target.eval(frame), name);
        }
        if (node instanceof Expr.Getitem item) {
            return item(item, scope);
        }
        if (node instanceof Expr.Filter filter) {
            return filter(filter, scope);
        }
        if (node instanceof Expr.Call call) {
            return call(call, scope);
        }
        if (node instanceof Expr.Test test) {
            return test(test, scope);
        }
        if (node instanceof Expr.Compare compare) {
            return OperatorCompiler.compare(compare, part -> written(part, scope));
        }
        if (node instanceof Expr.Binary binary) {
            if (isNegatedPower(binary)) {
                return negatedPower(binary, scope);
            }
            return OperatorCompiler.binary(
                    binary.operator(), written(binary.left(), scope), written(binary.right(), scope));
        }
        if (node instanceof Expr.Unary unary) {
            return OperatorCompiler.unary(unary.sign(), written(unary.operand(), scope));
        }
        if (node instanceof Expr.CondExpr conditional) {
            return conditional(conditional, scope);
        }
        return composite(node, scope);
    }

    /** A negative constant to a power: Jinja2 writes the constant without brackets into Python's source, where the sign binds last. */
    private static boolean isNegatedPower(Expr.Binary node) {
        return node.operator() == Expr.Operator.POW
                && node.left() instanceof Expr.Const base
                && Numbers.isNegative(base.value())
                && !(node.right() instanceof Expr.Const);
    }

    private Eval negatedPower(Expr.Binary node, Scope scope) {
        Eval base = Literal.of(Arithmetic.negate(((Expr.Const) node.left()).value()));
        Eval power = OperatorCompiler.binary(Expr.Operator.POW, base, written(node.right(), scope));
        return OperatorCompiler.unary(Expr.Unary.Sign.NEG, power);
    }

    private Eval composite(Expr node, Scope scope) {
        if (node instanceof Expr.Concat concat) {
            return concat(all(concat.parts(), scope), scope.escaping.on && !scope.escaping.unknown);
        }
        if (node instanceof Expr.ListOf list) {
            Eval[] items = all(list.items(), scope);
            return frame -> new PyList(values(items, frame));
        }
        if (node instanceof Expr.Tuple tuple) {
            Eval[] items = all(tuple.items(), scope);
            return frame -> new PyTuple(values(items, frame));
        }
        if (node instanceof Expr.Dict dict) {
            return dict(all(dict.keys(), scope), all(dict.values(), scope));
        }
        if (node instanceof Expr.Text text) {
            return frame -> text.text();
        }
        if (node instanceof Expr.Slice) {
            throw new Fault(FaultKind.PYTHON_SYNTAX, "invalid syntax");
        }
        throw new IllegalStateException("unknown expression " + node.kindName());
    }

    private Eval[] all(List<Expr> nodes, Scope scope) {
        Eval[] evals = new Eval[nodes.size()];
        for (int i = 0; i < evals.length; i++) {
            evals[i] = written(nodes.get(i), scope);
        }
        return evals;
    }

    private static List<Object> values(Eval[] evals, Frame frame) {
        List<Object> values = new ArrayList<>(evals.length);
        for (Eval eval : evals) {
            values.add(eval.eval(frame));
        }
        return values;
    }

    private static Eval name(Expr.Name node, Scope scope) {
        String name = node.name();
        Loads.Place place = scope.symbols.require(name).from(scope.symbols.function());
        int slot = place.slot();
        Undefined.Cause cause = Undefined.Cause.name(name);
        if (place.depth() == 0) {
            return frame -> {
                Object value = frame.get(slot);
                return value == null ? frame.context().undefined(cause) : value;
            };
        }
        return frame -> {
            Object value = place.read(frame);
            return value == null ? frame.context().undefined(cause) : value;
        };
    }

    private Eval item(Expr.Getitem node, Scope scope) {
        Eval target = written(node.target(), scope);
        if (node.key() instanceof Expr.Slice slice) {
            Eval start = part(slice.start(), scope);
            Eval stop = part(slice.stop(), scope);
            Eval step = part(slice.step(), scope);
            return frame -> Slicing.of(
                    target.eval(frame), start.eval(frame), stop.eval(frame), step.eval(frame), frame.context());
        }
        Eval key = written(node.key(), scope);
        return frame -> frame.context().item(target.eval(frame), key.eval(frame));
    }

    private Eval part(@Nullable Expr node, Scope scope) {
        return node == null ? frame -> None.NONE : written(node, scope);
    }

    private Eval call(Expr.Call node, Scope scope) {
        Eval callee = written(node.callee(), scope);
        ArgumentsCompiler.ArgsEval arguments = arguments(node.arguments(), scope);
        return frame -> frame.context().call(callee.eval(frame), arguments.eval(frame));
    }

    /** A call that gets the body of its call block. */
    Eval callWithCaller(Expr.Call node, Scope scope, Eval caller) {
        Eval callee = written(node.callee(), scope);
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
        return ArgumentsCompiler.compile(node, argument -> written(argument, scope));
    }

    private Eval filter(Expr.Filter node, Scope scope) {
        FilterFunction filter = filterNamed(node.name(), node, scope);
        Eval target = node.target() == null ? caught(scope) : written(node.target(), scope);
        ArgumentsCompiler.ArgsEval arguments = arguments(node.arguments(), scope);
        return frame -> filter.apply(frame.context(), target.eval(frame), arguments.eval(frame));
    }

    private static Eval caught(Scope scope) {
        boolean on = scope.escaping.on;
        boolean unknown = scope.escaping.unknown;
        return frame -> Capture.caught(frame, unknown ? frame.context().autoescape() : on);
    }

    private Eval test(Expr.Test node, Scope scope) {
        TestFunction test = testNamed(node.name(), node, scope);
        Eval target = written(node.target(), scope);
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

    private Eval conditional(Expr.CondExpr node, Scope scope) {
        Scope soft = scope.soft();
        Eval test = written(node.test(), soft);
        Eval yes = written(node.yes(), soft);
        Eval no = node.no() == null ? noElse(node) : written(node.no(), soft);
        return frame -> test.test(frame) ? yes.eval(frame) : no.eval(frame);
    }

    // The missing else branch gives the plain kind of undefined, whatever kind the environment has.
    private Eval noElse(Expr.CondExpr node) {
        boolean unnamed = template.name().equals(TemplateReference.UNNAMED);
        String place = "line " + node.line() + (unnamed ? "" : " in " + Printer.reprOf(template.name()));
        String hint = "the inline if-expression on " + place + " evaluated to false and no else section was defined.";
        Undefined.Cause cause = new Undefined.Cause(hint, null, null, FaultKind.UNDEFINED);
        return frame -> new Undefined(Undefined.Kind.PLAIN, cause);
    }

    private static Eval concat(Eval[] parts, boolean escaping) {
        return frame -> {
            List<Object> values = values(parts, frame);
            boolean safe = escaping && values.stream().anyMatch(Markup.class::isInstance);
            StringBuilder text = new StringBuilder();
            for (Object value : values) {
                text.append(
                        safe
                                ? frame.context().escaped(value).text()
                                : frame.context().text(value));
                frame.budget().grown(text.length());
            }
            frame.budget().text(text.length());
            return safe ? new Markup(text.toString()) : text.toString();
        };
    }

    private static Eval dict(Eval[] keys, Eval[] values) {
        return frame -> {
            PyDict dict = new PyDict(keys.length);
            for (int i = 0; i < keys.length; i++) {
                dict.put(keys[i].eval(frame), values[i].eval(frame));
            }
            return dict;
        };
    }
}
