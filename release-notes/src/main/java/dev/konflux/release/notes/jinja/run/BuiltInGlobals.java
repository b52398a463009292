package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Cycler;
import dev.konflux.release.notes.jinja.value.Dicts;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Joiner;
import dev.konflux.release.notes.jinja.value.Namespace;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyFunction;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The global functions of Jinja2. */
public final class BuiltInGlobals {

    private static final long LONGEST_SAFE_RANGE = 100_000;

    private BuiltInGlobals() {}

    /** All of them by name. */
    public static Map<String, Object> all(RandomGenerator random) {
        return Map.of(
                "range", PyFunction.type("range", "range", BuiltInGlobals::range),
                "dict", PyFunction.type("dict", "dict", (runtime, args) -> Dicts.of(args, runtime)),
                "namespace",
                        PyFunction.type(
                                "Namespace", "jinja2.utils.Namespace", (runtime, args) -> namespace(args, runtime)),
                "cycler",
                        PyFunction.type(
                                "Cycler", "jinja2.utils.Cycler", (runtime, args) -> new Cycler(args.positional())),
                "joiner", PyFunction.type("Joiner", "jinja2.utils.Joiner", (runtime, args) -> Joiner.of(args)),
                "lipsum", PyFunction.of("generate_lorem_ipsum", new LoremIpsum(random)::text));
    }

    private static PyObject namespace(Args args, Interpreter runtime) {
        return new Namespace(Dicts.of(args, runtime));
    }

    private static PyObject range(Interpreter runtime, Args args) {
        if (args.count() < 1 || args.count() > 3) {
            throw Fault.type("range expected at " + (args.count() < 1 ? "least 1" : "most 3") + " argument, got "
                    + args.count());
        }
        long first = bound(args.at(0));
        PyRange range = args.count() == 1
                ? new PyRange(0, first, 1)
                : new PyRange(first, bound(args.at(1)), args.count() == 3 ? bound(args.at(2)) : 1);
        if (runtime.isSandboxed() && range.size() > LONGEST_SAFE_RANGE) {
            throw new Fault(
                    FaultKind.OVERFLOW,
                    "Range too big. The sandbox blocks ranges larger than MAX_RANGE (" + LONGEST_SAFE_RANGE + ").");
        }
        return range;
    }

    private static long bound(Object value) {
        if (Numbers.isSmall(value)) {
            return Numbers.small(value);
        }
        if (Numbers.isInteger(value)) {
            throw Fault.limit("a range beyond 64 bits");
        }
        throw Fault.type("'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
}
