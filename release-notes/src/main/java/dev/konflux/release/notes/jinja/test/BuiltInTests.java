package dev.konflux.release.notes.jinja.test;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.StringCase;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.TestFunction;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The tests of Jinja2. */
public final class BuiltInTests {

    private BuiltInTests() {}

    /** All of them by name. */
    public static Map<String, TestFunction> all() {
        Map<String, TestFunction> tests = new HashMap<>();
        kinds(tests);
        numbers(tests);
        comparisons(tests);
        tests.put("lower", (runtime, value, args) -> StringCase.isLower(runtime.text(value)));
        tests.put("upper", (runtime, value, args) -> StringCase.isUpper(runtime.text(value)));
        tests.put("filter", (runtime, value, args) -> runtime.hasFilter(name(value)));
        tests.put("test", (runtime, value, args) -> runtime.hasTest(name(value)));
        tests.put("sameas", (runtime, value, args) -> isSame(value, one(args, "test_sameas")));
        tests.put("in", (runtime, value, args) -> Iteration.contains(one(args, "test_in"), value, runtime));
        return tests;
    }

    /** A key to look up among names: only texts are there, and only what can be a key may be asked for. */
    private static String name(Object value) {
        return Equality.key(value) instanceof String name ? name : "";
    }

    private static void kind(Map<String, TestFunction> tests, String name, Predicate<Object> is) {
        tests.put(name, (runtime, value, args) -> {
            if (args.count() > 0) {
                throw Fault.type(
                        "test_" + name + "() takes 1 positional argument but " + (args.count() + 1) + " were given");
            }
            return is.test(value);
        });
    }

    private static void kinds(Map<String, TestFunction> tests) {
        kind(tests, "defined", value -> !(value instanceof Undefined));
        kind(tests, "undefined", Undefined.class::isInstance);
        kind(tests, "none", None.class::isInstance);
        kind(tests, "boolean", Boolean.class::isInstance);
        kind(tests, "true", value -> Boolean.TRUE.equals(value));
        kind(tests, "false", value -> Boolean.FALSE.equals(value));
        kind(tests, "integer", value -> Numbers.isInteger(value) && !(value instanceof Boolean));
        kind(tests, "float", Double.class::isInstance);
        kind(tests, "number", Numbers::is);
        kind(tests, "string", Strings::is);
        kind(tests, "mapping", PyDict.class::isInstance);
        kind(tests, "sequence", BuiltInTests::isSequence);
        kind(tests, "iterable", value -> Iteration.find(value) != null);
        kind(tests, "callable", value -> value instanceof PyObject object && object.isCallable());
        kind(
                tests,
                "escaped",
                value -> value instanceof Markup
                        || (value instanceof Undefined undefined && undefined.kind() == Undefined.Kind.CHAINABLE));
    }

    private static boolean isSequence(Object value) {
        if (value instanceof Undefined undefined) {
            return undefined.kind() != Undefined.Kind.STRICT;
        }
        return Strings.is(value) || value instanceof PySequence || value instanceof PyDict || value instanceof PyRange;
    }

    private static void numbers(Map<String, TestFunction> tests) {
        tests.put("odd", (runtime, value, args) -> Equality.of(Arithmetic.modulo(value, 2L, runtime), 1L));
        tests.put("even", (runtime, value, args) -> Equality.of(Arithmetic.modulo(value, 2L, runtime), 0L));
        tests.put(
                "divisibleby",
                (runtime, value, args) ->
                        Equality.of(Arithmetic.modulo(value, one(args, "test_divisibleby"), runtime), 0L));
    }

    private static void comparisons(Map<String, TestFunction> tests) {
        TestFunction equal = (runtime, value, args) -> Equality.of(value, one(args, "eq"), runtime.budget());
        TestFunction unequal = (runtime, value, args) -> !Equality.of(value, one(args, "ne"), runtime.budget());
        put(tests, equal, "==", "eq", "equalto");
        put(tests, unequal, "!=", "ne");
        put(tests, ordered(Compare.Order.GREATER), ">", "gt", "greaterthan");
        put(tests, ordered(Compare.Order.AT_LEAST), ">=", "ge");
        put(tests, ordered(Compare.Order.LESS), "<", "lt", "lessthan");
        put(tests, ordered(Compare.Order.AT_MOST), "<=", "le");
    }

    private static TestFunction ordered(Compare.Order order) {
        return (runtime, value, args) -> Compare.holds(value, one(args, "comparison"), order, runtime.budget());
    }

    private static void put(Map<String, TestFunction> tests, TestFunction test, String... names) {
        for (String name : names) {
            tests.put(name, test);
        }
    }

    private static Object one(Args args, String function) {
        if (args.count() == 1) {
            return args.at(0);
        }
        if (args.count() == 0 && args.keywords().size() == 1) {
            return args.keywords().values().iterator().next();
        }
        throw Fault.type(function + "() takes exactly one argument besides the value (" + args.count() + " given)");
    }

    // Small values are one object in Python; others only when they come from the same place.
    @SuppressWarnings("ReferenceEquality") // Identity is what Python asks for here.
    private static boolean isSame(Object a, Object b) {
        boolean plain = a instanceof Boolean || a instanceof Long || a instanceof String || a instanceof None;
        return a == b || (plain && a.getClass() == b.getClass() && a.equals(b));
    }
}
