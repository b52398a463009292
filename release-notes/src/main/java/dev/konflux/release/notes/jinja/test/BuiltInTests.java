package dev.konflux.release.notes.jinja.test;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.Division;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.StringCase;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.TestFunction;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The tests of Jinja2. */
public final class BuiltInTests {

    private static final Signature SAME = Signature.of("test_sameas(value | other)");
    private static final Signature IN = Signature.of("test_in(value | seq)");
    private static final Signature DIVISIBLE = Signature.of("test_divisibleby(value | num)");

    private BuiltInTests() {}

    /** All of them by name. */
    public static Map<String, TestFunction> all() {
        Map<String, TestFunction> tests = new HashMap<>();
        kinds(tests);
        numbers(tests);
        comparisons(tests);
        plain(tests, "lower", "test_lower(value |)", (runtime, value, args) -> StringCase.isLower(runtime.text(value)));
        plain(tests, "upper", "test_upper(value |)", (runtime, value, args) -> StringCase.isUpper(runtime.text(value)));
        plain(tests, "filter", "test_filter(env, value |)", (runtime, value, args) -> runtime.hasFilter(name(value)));
        plain(tests, "test", "test_test(env, value |)", (runtime, value, args) -> runtime.hasTest(name(value)));
        tests.put(
                "sameas",
                (runtime, value, args) -> isSame(value, SAME.bind(args).get(0)));
        tests.put(
                "in", (runtime, value, args) -> Iteration.contains(IN.bind(args).get(0), value, runtime));
        return tests;
    }

    /** A key to look up among names: only texts are there, and only what can be a key may be asked for. */
    private static String name(Object value) {
        return Equality.key(value) instanceof String name ? name : "";
    }

    private static void kind(Map<String, TestFunction> tests, String name, Predicate<Object> is) {
        plain(tests, name, "test_" + name + "(value |)", (runtime, value, args) -> is.test(value));
    }

    /** A test that takes the arguments of a signature and looks at them no further. */
    private static void plain(Map<String, TestFunction> tests, String name, String notation, TestFunction test) {
        Signature signature = Signature.of(notation);
        tests.put(name, (runtime, value, args) -> {
            signature.bind(args);
            return test.holds(runtime, value, args);
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
        tests.put("callable", BuiltInTests::isCallable);
        kind(tests, "escaped", Markup::isSafe);
    }

    private static boolean isCallable(Interpreter runtime, Object value, Args args) {
        if (!args.keywords().isEmpty()) {
            throw Fault.type("callable() takes no keyword arguments");
        }
        if (args.count() > 0) {
            throw Fault.type("callable() takes exactly one argument (" + (args.count() + 1) + " given)");
        }
        return value instanceof PyObject object && object.isCallable();
    }

    private static boolean isSequence(Object value) {
        if (value instanceof Undefined undefined) {
            return undefined.kind() != Undefined.Kind.STRICT;
        }
        return Strings.is(value) || value instanceof PySequence || value instanceof PyDict || value instanceof PyRange;
    }

    private static void numbers(Map<String, TestFunction> tests) {
        plain(
                tests,
                "odd",
                "test_odd(value |)",
                (runtime, value, args) -> Equality.of(Division.modulo(value, 2L, runtime), 1L));
        plain(
                tests,
                "even",
                "test_even(value |)",
                (runtime, value, args) -> Equality.of(Division.modulo(value, 2L, runtime), 0L));
        tests.put(
                "divisibleby",
                (runtime, value, args) ->
                        Equality.of(Division.modulo(value, DIVISIBLE.bind(args).get(0), runtime), 0L));
    }

    private static void comparisons(Map<String, TestFunction> tests) {
        TestFunction equal = (runtime, value, args) -> Equality.of(value, one(args, "eq"), runtime.budget());
        TestFunction unequal = (runtime, value, args) -> !Equality.of(value, one(args, "ne"), runtime.budget());
        put(tests, equal, "==", "eq", "equalto");
        put(tests, unequal, "!=", "ne");
        put(tests, ordered("gt", Compare.Order.GREATER), ">", "gt", "greaterthan");
        put(tests, ordered("ge", Compare.Order.AT_LEAST), ">=", "ge");
        put(tests, ordered("lt", Compare.Order.LESS), "<", "lt", "lessthan");
        put(tests, ordered("le", Compare.Order.AT_MOST), "<=", "le");
    }

    private static TestFunction ordered(String name, Compare.Order order) {
        return (runtime, value, args) -> Compare.holds(value, one(args, name), order, runtime.budget());
    }

    private static void put(Map<String, TestFunction> tests, TestFunction test, String... names) {
        for (String name : names) {
            tests.put(name, test);
        }
    }

    /** The second operand of a function of Python's {@code operator}. */
    private static Object one(Args args, String function) {
        if (!args.keywords().isEmpty()) {
            throw Fault.type("_operator." + function + "() takes no keyword arguments");
        }
        if (args.count() != 1) {
            throw Fault.type(function + " expected 2 arguments, got " + (args.count() + 1));
        }
        return args.at(0);
    }

    // Small values are one object in Python; others only when they come from the same place.
    @SuppressWarnings("ReferenceEquality") // Identity is what Python asks for here.
    private static boolean isSame(Object a, Object b) {
        boolean plain = a instanceof Boolean || a instanceof Long || a instanceof String || a instanceof None;
        return a == b || (plain && a.getClass() == b.getClass() && a.equals(b));
    }
}
