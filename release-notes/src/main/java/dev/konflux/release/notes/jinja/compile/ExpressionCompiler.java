package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.TemplateReference;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Slicing;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles expressions. */
final class ExpressionCompiler {

    private final TemplateCompiler template;
    private final CallCompiler calls;

    ExpressionCompiler(TemplateCompiler template) {
        this.template = template;
        this.calls = new CallCompiler(template, this);
    }

    CallCompiler calls() {
        return calls;
    }

    Eval compile(Expr node, Scope scope) {
        boolean volatileEscaping = scope.escaping.unknown;
        return written(volatileEscaping ? node : template.optimizer().optimized(node, scope.escaping), scope);
    }

    /** An expression as it is written, after constants were folded. */
    Eval written(Expr node, Scope scope) {
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
            return calls.filter(filter, scope);
        }
        if (node instanceof Expr.Call call) {
            return calls.call(call, scope);
        }
        if (node instanceof Expr.Test test) {
            return calls.test(test, scope);
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
