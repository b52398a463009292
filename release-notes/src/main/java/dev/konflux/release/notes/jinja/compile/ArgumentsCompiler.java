package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.tree.Arguments;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compiles the arguments of calls, filters and tests. */
final class ArgumentsCompiler {

    /** Compiled arguments. */
    @FunctionalInterface
    interface ArgsEval {
        Args eval(Frame frame);
    }

    private ArgumentsCompiler() {}

    static ArgsEval compile(Arguments node, Function<Expr, Eval> compiler) {
        if (node.isEmpty()) {
            return frame -> Args.NONE;
        }
        Eval[] positional = node.positional().stream().map(compiler).toArray(Eval[]::new);
        if (node.keywords().isEmpty() && node.spread() == null && node.spreadKeywords() == null) {
            return frame -> Args.of(values(positional, frame));
        }
        return full(node, positional, compiler);
    }

    private static Object[] values(Eval[] evals, Frame frame) {
        Object[] values = new Object[evals.length];
        for (int i = 0; i < evals.length; i++) {
            values[i] = evals[i].eval(frame);
        }
        return values;
    }

    private static ArgsEval full(Arguments node, Eval[] positional, Function<Expr, Eval> compiler) {
        Map<String, Eval> keywords = new LinkedHashMap<>();
        for (Arguments.Keyword keyword : node.keywords()) {
            if (keyword.name().indexOf('-') >= 0) {
                String message = "expression cannot contain assignment, perhaps you meant \"==\"?";
                throw new Fault(FaultKind.PYTHON_SYNTAX, message);
            }
            if (keywords.put(keyword.name(), compiler.apply(keyword.value())) != null) {
                throw repeated(keyword.name());
            }
        }
        Eval spread = node.spread() == null ? null : compiler.apply(node.spread());
        Eval spreadKeywords = node.spreadKeywords() == null ? null : compiler.apply(node.spreadKeywords());
        return frame -> {
            List<Object> values = new ArrayList<>(Arrays.asList(values(positional, frame)));
            if (spread != null) {
                values.addAll(spread(spread.eval(frame), frame));
            }
            Map<String, Object> named = new LinkedHashMap<>();
            keywords.forEach((name, value) -> named.put(name, value.eval(frame)));
            if (spreadKeywords != null) {
                addAll(named, spreadKeywords.eval(frame));
            }
            return Args.of(values.toArray(), named);
        };
    }

    private static List<Object> spread(Object items, Frame frame) {
        if (Iteration.find(items) == null) {
            throw Fault.type("Value after * must be an iterable, not " + Types.name(items));
        }
        return Iteration.list(items, frame.context());
    }

    /** Refuses code that names a keyword argument twice. */
    static Fault repeated(String name) {
        return new Fault(FaultKind.PYTHON_SYNTAX, "keyword argument repeated: " + name);
    }

    /** Refuses a call that gives a keyword argument twice. */
    static Fault twice(String name) {
        return Fault.type("got multiple values for keyword argument '" + name + "'");
    }

    static void addAll(Map<String, Object> named, Object more) {
        if (!(more instanceof PyDict dict)) {
            throw Fault.type("argument after ** must be a mapping, not " + Types.name(more));
        }
        for (Object key : dict.keys()) {
            if (!Strings.is(key)) {
                throw Fault.type("keywords must be strings");
            }
            Object value = dict.get(key);
            if (value != null && named.put(key.toString(), value) != null) {
                throw twice(key.toString());
            }
        }
    }
}
