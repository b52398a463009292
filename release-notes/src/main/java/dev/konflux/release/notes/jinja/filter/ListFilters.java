package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Generator;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Sorting;
import dev.konflux.release.notes.jinja.value.StringMethods;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Subscript;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Filters over a list as a whole. */
final class ListFilters {

    private static final Signature JOIN = Signature.of("sync_do_join(eval_ctx, value | d=, attribute=)");
    private static final Signature SORT =
            Signature.of("do_sort(environment, value | reverse=, case_sensitive=, attribute=)");
    private static final Signature UNIQUE =
            Signature.of("sync_do_unique(environment, value | case_sensitive=, attribute=)");
    private static final Signature MIN = Signature.of("do_min(environment, value | case_sensitive=, attribute=)");
    private static final Signature MAX = Signature.of("do_max(environment, value | case_sensitive=, attribute=)");
    private static final Signature SUM = Signature.of("sync_do_sum(environment, iterable | attribute=, start=)");

    private ListFilters() {}

    static void register(Map<String, FilterFunction> filters, RandomGenerator random) {
        FilterFunction length = BuiltInFunction.named("len", (runtime, value, args) -> (long) Iteration.length(value));
        filters.put("length", length);
        filters.put("count", length);
        filters.put(
                "list",
                Signature.of("sync_do_list(value |)")
                        .guard((runtime, value, args) -> new PyList(Iteration.list(value, runtime))));
        filters.put(
                "first",
                Signature.of("sync_do_first(environment, seq |)")
                        .guard((runtime, value, args) -> first(runtime, value)));
        filters.put(
                "last",
                Signature.of("do_last(environment, seq |)").guard((runtime, value, args) -> last(runtime, value)));
        filters.put(
                "random",
                FilterFunction.inContext(Signature.of("do_random(context, seq |)")
                        .guard((runtime, value, args) -> random(runtime, value, random))));
        filters.put("join", ListFilters::join);
        filters.put("sort", ListFilters::sort);
        filters.put("unique", ListFilters::unique);
        filters.put("min", (runtime, value, args) -> extreme(runtime, value, args, true));
        filters.put("max", (runtime, value, args) -> extreme(runtime, value, args, false));
        filters.put("sum", ListFilters::sum);
        filters.put("reverse", Signature.of("do_reverse(value |)").guard(ListFilters::reverse));
    }

    private static Object none(Interpreter runtime, String hint) {
        return runtime.undefined(new Undefined.Cause(hint, null, null, FaultKind.UNDEFINED));
    }

    private static Object first(Interpreter runtime, Object value) {
        Iterator<Object> items = Iteration.of(value);
        return items.hasNext() ? items.next() : none(runtime, "No first item, sequence was empty.");
    }

    private static boolean isReversible(Object value) {
        return !(value instanceof Generator) && Iteration.lengthOrMinus(value) >= 0 && Iteration.find(value) != null;
    }

    private static Object last(Interpreter runtime, Object value) {
        if (!isReversible(value)) {
            throw Fault.type("'" + Types.name(value) + "' object is not reversible");
        }
        List<Object> items = value instanceof PySequence sequence ? sequence.items() : Iteration.list(value, runtime);
        if (items.isEmpty()) {
            return none(runtime, "No last item, sequence was empty.");
        }
        Object last = items.get(items.size() - 1);
        // Python reverses a text by its items, and those of a safe text are safe; it iterates it by its plain
        // characters.
        return value instanceof Markup ? new Markup(last.toString()) : last;
    }

    private static Object random(Interpreter runtime, Object value, RandomGenerator random) {
        int length = Iteration.length(value);
        if (length == 0) {
            return none(runtime, "No random item, sequence was empty.");
        }
        return Subscript.of(value, (long) random.nextInt(length), runtime);
    }

    private static Object join(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = JOIN.bind(args);
        Object separator = bound.get(0, "");
        Iterator<Object> items = Iteration.of(value);
        UnaryOperator<Object> getter = bound.has(1) ? Lookup.of(bound.get(1), null, runtime) : UnaryOperator.identity();
        if (runtime.autoescape()) {
            return joinEscaped(runtime, items, getter, separator);
        }
        String between = runtime.text(separator);
        StringBuilder out = new StringBuilder();
        boolean first = true;
        while (items.hasNext()) {
            out.append(first ? "" : between).append(runtime.text(getter.apply(items.next())));
            first = false;
            runtime.budget().step();
            runtime.budget().grown(out.length());
        }
        runtime.budget().text(out.length());
        return out.toString();
    }

    private static Object joinEscaped(
            Interpreter runtime, Iterator<Object> items, UnaryOperator<Object> getter, Object separator) {
        List<Object> values = new ArrayList<>();
        boolean safe = separator instanceof Markup;
        while (items.hasNext()) {
            Object item = getter.apply(items.next());
            safe |= item instanceof Markup;
            values.add(runtime.soft(item));
            runtime.budget().step();
        }
        CharSequence between = safe ? runtime.escaped(separator) : runtime.text(separator);
        return StringMethods.join(between, Args.of(new PyList(values)), runtime);
    }

    private static Object sort(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = SORT.bind(args);
        UnaryOperator<Object> key = Lookup.several(bound.get(2), bound.flag(1, false), runtime);
        return new PyList(Sorting.sorted(Iteration.list(value, runtime), key, bound.integerFlag(0, false), runtime));
    }

    private static Object unique(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = UNIQUE.bind(args);
        UnaryOperator<Object> key = Lookup.cased(Lookup.of(bound.get(1), null, runtime), bound.flag(0, false));
        Set<Object> seen = new HashSet<>();
        return PickFilters.lazily("sync_do_unique", value, runtime, item -> seen.add(Equality.key(key.apply(item))));
    }

    private static Object extreme(Interpreter runtime, Object value, Args args, boolean smallest) {
        Signature.Bound bound = (smallest ? MIN : MAX).bind(args);
        Iterator<Object> items = Iteration.of(value);
        if (!items.hasNext()) {
            return none(runtime, "No aggregated item, sequence was empty.");
        }
        UnaryOperator<Object> key = Lookup.cased(Lookup.of(bound.get(1), null, runtime), bound.flag(0, false));
        Object best = items.next();
        Object bestKey = key.apply(best);
        while (items.hasNext()) {
            runtime.budget().step();
            Object item = items.next();
            Object itemKey = key.apply(item);
            Compare.Order better = smallest ? Compare.Order.LESS : Compare.Order.GREATER;
            if (Compare.holds(itemKey, bestKey, better)) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }

    private static Object sum(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = SUM.bind(args);
        UnaryOperator<Object> getter = bound.has(0) ? Lookup.of(bound.get(0), null, runtime) : UnaryOperator.identity();
        Object total = bound.get(1, 0L);
        if (Strings.is(total)) {
            throw Fault.type("sum() can't sum strings [use ''.join(seq) instead]");
        }
        Iterator<Object> items = Iteration.of(value);
        while (items.hasNext()) {
            runtime.budget().step();
            total = Arithmetic.add(total, getter.apply(items.next()), runtime);
        }
        return total;
    }

    /** Whatever is of a wrong type while a value is iterated is the value's fault to Jinja2. */
    private static List<Object> listed(Interpreter runtime, Object value) {
        try {
            return Iteration.list(value, runtime);
        } catch (Fault fault) {
            throw fault.kind() == FaultKind.TYPE ? Fault.argument("argument must be iterable") : fault;
        }
    }

    private static Object reverse(Interpreter runtime, Object value, Args args) {
        if (value instanceof CharSequence text) {
            return Strings.like(
                    text, new StringBuilder(text.toString()).reverse().toString());
        }
        List<Object> items = listed(runtime, value);
        Collections.reverse(items);
        if (!isReversible(value)) {
            return new PyList(items);
        }
        String type = switch (Types.name(value)) {
            case "list" -> "list_reverseiterator";
            case "dict" -> "dict_reversekeyiterator";
            case "range" -> "range_iterator";
            default -> "reversed";
        };
        return Generator.ofType(type, items.iterator());
    }
}
