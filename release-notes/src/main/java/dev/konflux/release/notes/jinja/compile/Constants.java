package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Context;
import dev.konflux.release.notes.jinja.run.Environment;
import dev.konflux.release.notes.jinja.tree.Arguments;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.PySlice;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.TestFunction;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out expressions before anything runs, as Jinja2's {@code as_const} does. Null stands for what cannot be known then: names, calls, and
 * operations that fail. Truth, text and keys of dicts that fail are errors of the template itself.
 */
final class Constants {

    private static final long LITTLE = 4_096;

    private final Environment environment;
    private final Supplier<Context> contexts;
    private final ConstantOperators operators = new ConstantOperators(this);
    private @Nullable Context context;
    private long kept;
    private boolean escapes;
    private boolean escapesPerhaps;

    /** Constants of templates in an environment; the context is made for the first thing that is worked out. */
    Constants(Environment environment, Supplier<Context> contexts) {
        this.environment = environment;
        this.contexts = contexts;
    }

    /** What operations run in before anything runs. */
    Context context() {
        if (context == null) {
            context = contexts.get();
            context.escape(escapes);
        }
        return context;
    }

    @SuppressWarnings("ReferenceEquality") // There is one such object.
    static Object value(Expr.Const constant) {
        return constant.value() == Expr.NOTHING ? None.NONE : constant.value();
    }

    /** The value of an expression where text is escaped or not; null when it is not known. */
    @Nullable
    Object find(Expr node, Scope.Escaping escaping) {
        escapes = escaping.on;
        escapesPerhaps = escaping.unknown;
        if (context != null) {
            context.escape(escapes);
        }
        try {
            Object value = of(node);
            return value != null && mayBeKept(value) ? value : null;
        } catch (Fault fault) {
            if (fault.kind() == FaultKind.LIMIT || fault.kind() == FaultKind.RECURSION) {
                return null; // it will fail when it runs, with a line
            }
            throw fault;
        }
    }

    /** Whether the constants of a template, which it keeps, are still no longer than one string may be. */
    private boolean mayBeKept(Object value) {
        if (value instanceof CharSequence || value instanceof PySequence || value instanceof PyDict) {
            kept += Iteration.length(value);
        }
        return kept <= LITTLE || kept <= context().budget().longestText();
    }

    /** The value of a part of an expression; null when it is not known. */
    @Nullable
    Object of(Expr node) {
        if (node instanceof Expr.Const constant) {
            return value(constant);
        }
        if (node instanceof Expr.Name || node instanceof Expr.Call || node instanceof Expr.Text) {
            return null;
        }
        if (node instanceof Expr.Getattr attribute) {
            Object target = of(attribute.target());
            return target == null ? null : attempt(() -> context().attribute(target, attribute.name()));
        }
        if (node instanceof Expr.Getitem item) {
            return item(item);
        }
        if (node instanceof Expr.Filter filter) {
            return filter(filter);
        }
        if (node instanceof Expr.Test test) {
            return test(test);
        }
        return operation(node);
    }

    private @Nullable Object operation(Expr node) {
        if (node instanceof Expr.Compare compare) {
            return operators.compare(compare);
        }
        if (node instanceof Expr.Binary binary) {
            return operators.binary(binary);
        }
        if (node instanceof Expr.Unary unary) {
            return operators.unary(unary);
        }
        if (node instanceof Expr.Concat concat) {
            return operators.concat(concat);
        }
        if (node instanceof Expr.CondExpr condition) {
            Object test = of(condition.test());
            Expr chosen = test == null ? null : Truth.of(test) ? condition.yes() : condition.no();
            return chosen == null ? null : of(chosen);
        }
        return collection(node);
    }

    private @Nullable Object collection(Expr node) {
        if (node instanceof Expr.ListOf list) {
            List<Object> items = all(list.items());
            return items == null ? null : new PyList(items);
        }
        if (node instanceof Expr.Tuple tuple) {
            List<Object> items = all(tuple.items());
            return items == null ? null : new PyTuple(items);
        }
        if (node instanceof Expr.Dict dict) {
            return dict(dict);
        }
        if (node instanceof Expr.Slice slice) {
            Object start = part(slice.start());
            Object stop = part(slice.stop());
            Object step = part(slice.step());
            return start == null || stop == null || step == null ? null : new PySlice(start, stop, step);
        }
        return null;
    }

    private @Nullable Object part(@Nullable Expr node) {
        return node == null ? None.NONE : of(node);
    }

    private @Nullable List<Object> all(List<Expr> nodes) {
        List<Object> values = new ArrayList<>(nodes.size());
        for (Expr node : nodes) {
            Object value = of(node);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private @Nullable Object dict(Expr.Dict node) {
        PyDict dict = new PyDict();
        for (int i = 0; i < node.keys().size(); i++) {
            Object key = of(node.keys().get(i));
            Object value = key == null ? null : of(node.values().get(i));
            if (key == null || value == null) {
                return null;
            }
            dict.put(key, value);
        }
        return dict;
    }

    private @Nullable Object item(Expr.Getitem node) {
        Object target = of(node.target());
        Object key = target == null ? null : of(node.key());
        if (target == null || key == null) {
            return null;
        }
        if (!(key instanceof PySlice slice)) {
            return attempt(() -> context().item(target, key));
        }
        return attempt(() -> {
            Object part = slice.find(target, context());
            return part == null ? context().undefined(Undefined.Cause.element(target, slice)) : part;
        });
    }

    private @Nullable Object filter(Expr.Filter node) {
        FilterFunction filter = escapesPerhaps ? null : environment.filters().get(node.name());
        Object target = node.target() == null || filter == null || filter.needsContext() ? null : of(node.target());
        Args args = target == null ? null : arguments(node.arguments());
        return filter == null || target == null || args == null
                ? null
                : attempt(() -> filter.apply(context(), target, args));
    }

    private @Nullable Object test(Expr.Test node) {
        TestFunction test = escapesPerhaps ? null : environment.tests().get(node.name());
        Object target = test == null ? null : of(node.target());
        Args args = target == null ? null : arguments(node.arguments());
        return test == null || target == null || args == null
                ? null
                : attempt(() -> test.holds(context(), target, args));
    }

    private @Nullable Args arguments(Arguments node) {
        List<Object> values = all(node.positional());
        if (values == null) {
            return null;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (Arguments.Keyword keyword : node.keywords()) {
            Object value = of(keyword.value());
            if (value == null) {
                return null;
            }
            named.put(keyword.name(), value);
        }
        Object spread = node.spread() == null ? PyTuple.of() : of(node.spread());
        Object spreadKeywords = node.spreadKeywords() == null ? new PyDict() : of(node.spreadKeywords());
        if (spread == null || spreadKeywords == null) {
            return null;
        }
        return attempt(() -> {
            values.addAll(Iteration.list(spread, context()));
            ArgumentsCompiler.addAll(named, spreadKeywords);
            return Args.of(values.toArray(), named);
        });
    }

    /** What an operation gives; null when it fails, so that it fails when it runs. */
    <T> @Nullable T attempt(Supplier<T> operation) {
        try {
            context().budget().step();
            return operation.get();
        } catch (Fault failsWhenItRuns) {
            return null;
        }
    }
}
