package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Generator;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Sorting;
import dev.konflux.release.notes.jinja.value.Truth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Filters that look at the items of a list one by one. What they give is made lazily and only once. */
final class PickFilters {

    private static final Signature GROUP =
            Signature.of("sync_do_groupby(environment, value | attribute, default=, case_sensitive=)");

    private PickFilters() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put(
                "map",
                FilterFunction.inContext(Signature.of("sync_do_map(context, value | *args, **kwargs)")
                        .guard(PickFilters::map)));
        pick(filters, "select", true, false);
        pick(filters, "reject", false, false);
        pick(filters, "selectattr", true, true);
        pick(filters, "rejectattr", false, true);
        filters.put("groupby", PickFilters::group);
    }

    private static void pick(Map<String, FilterFunction> filters, String name, boolean wanted, boolean byAttribute) {
        Signature signature = Signature.of("sync_do_" + name + "(context, value | *args, **kwargs)");
        FilterFunction filter = (runtime, value, args) -> select(runtime, value, args, wanted, byAttribute);
        filters.put(name, FilterFunction.inContext(signature.guard(filter)));
    }

    /** The items a predicate lets through; nothing happens before the first one is asked for. */
    static Generator lazily(String name, Object value, Interpreter runtime, Predicate<Object> wanted) {
        List<Iterator<Object>> source = new ArrayList<>(1);
        return Generator.of(name, () -> {
            if (source.isEmpty()) {
                source.add(Iteration.of(value));
            }
            while (source.get(0).hasNext()) {
                Object item = source.get(0).next();
                runtime.budget().step();
                if (wanted.test(item)) {
                    return item;
                }
            }
            return null;
        });
    }

    private static Object map(Interpreter runtime, Object value, Args args) {
        List<Iterator<Object>> source = new ArrayList<>(1);
        List<Function<Object, Object>> change = new ArrayList<>(1);
        return Generator.of("sync_do_map", () -> {
            if (source.isEmpty()) {
                boolean any = Truth.of(value);
                if (any) {
                    change.add(change(runtime, args));
                }
                source.add(any ? Iteration.of(value) : List.of().iterator());
            }
            if (!source.get(0).hasNext()) {
                return null;
            }
            runtime.budget().step();
            return change.get(0).apply(source.get(0).next());
        });
    }

    private static Function<Object, Object> change(Interpreter runtime, Args args) {
        Object attribute = args.keyword("attribute");
        if (args.count() == 0 && attribute != null) {
            for (String name : args.keywords().keySet()) {
                if (!name.equals("attribute") && !name.equals("default")) {
                    throw Fault.argument("Unexpected keyword argument " + Printer.reprOf(name));
                }
            }
            Object fallback = args.keyword("default");
            return Lookup.of(attribute, fallback == None.NONE ? null : fallback, runtime);
        }
        if (args.count() == 0) {
            throw Fault.argument("map requires a filter argument");
        }
        Object filter = args.at(0);
        Args rest = args.without(1);
        return item -> runtime.filter(filter, item, rest);
    }

    private static Object select(Interpreter runtime, Object value, Args args, boolean wanted, boolean byAttribute) {
        List<Predicate<Object>> test = new ArrayList<>(1);
        List<Iterator<Object>> source = new ArrayList<>(1);
        return Generator.of("select_or_reject", () -> {
            if (source.isEmpty()) {
                boolean any = Truth.of(value);
                if (any) {
                    test.add(test(runtime, args, byAttribute));
                }
                source.add(any ? Iteration.of(value) : List.of().iterator());
            }
            while (source.get(0).hasNext()) {
                Object item = source.get(0).next();
                runtime.budget().step();
                if (test.get(0).test(item) == wanted) {
                    return item;
                }
            }
            return null;
        });
    }

    private static Predicate<Object> test(Interpreter runtime, Args args, boolean byAttribute) {
        if (byAttribute && args.count() == 0) {
            throw Fault.argument("Missing parameter for attribute name");
        }
        UnaryOperator<Object> getter = byAttribute ? Lookup.of(args.at(0), null, runtime) : UnaryOperator.identity();
        int offset = byAttribute ? 1 : 0;
        if (args.count() <= offset) {
            return item -> Truth.of(getter.apply(item));
        }
        Object name = args.at(offset);
        Args rest = args.without(offset + 1);
        return item -> runtime.test(name, getter.apply(item), rest);
    }

    private static Object group(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = GROUP.bind(args);
        boolean caseSensitive = bound.flag(2, false);
        Object fallback = bound.has(1) ? bound.get(1) : null;
        UnaryOperator<Object> getter = Lookup.of(bound.get(0), fallback, runtime);
        UnaryOperator<Object> key = Lookup.cased(getter, caseSensitive);
        List<Object> groups = new ArrayList<>();
        Object current = null;
        List<Object> members = List.of();
        for (Object item : Sorting.sorted(Iteration.list(value, runtime), key, false, runtime)) {
            Object itemKey = key.apply(item);
            if (current == null || !Equality.same(current, itemKey)) {
                current = itemKey;
                members = new ArrayList<>();
                // Jinja2 shows the key as the first member spells it.
                groups.add(new Group(getter.apply(item), new PyList(members)).asTuple());
            }
            members.add(item);
        }
        return new PyList(groups);
    }

    private record Group(Object grouper, PyList list) {

        PyTuple asTuple() {
            Map<String, Object> names = new LinkedHashMap<>();
            names.put("grouper", grouper);
            names.put("list", list);
            return PyTuple.named("jinja2.filters._GroupTuple object", names);
        }
    }
}
