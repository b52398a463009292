package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Generator;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Sorting;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Filters over dicts and over any value. */
final class DictFilters {

    private static final Signature SORT = Signature.of("do_dictsort(value | case_sensitive=, by=, reverse=)");
    private static final Signature DEFAULT = Signature.of("do_default(value | default_value=, boolean=)");
    private static final Signature JSON = Signature.of("do_tojson(eval_ctx, value | indent=)");
    private static final Signature ATTR = Signature.of("do_attr(environment, obj | name)");

    private DictFilters() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("dictsort", DictFilters::sort);
        filters.put("items", Signature.of("do_items(value |)").guard(DictFilters::items));
        filters.put("attr", DictFilters::attribute);
        filters.put("default", DictFilters::fallback);
        filters.put("d", DictFilters::fallback);
        filters.put("tojson", DictFilters::json);
        filters.put(
                "pprint",
                Signature.of("do_pprint(value |)")
                        .guard((runtime, value, args) -> PrettyText.of(value, runtime.budget())));
    }

    static Fault noItems(Object value) {
        if (value instanceof Undefined undefined) {
            return undefined.fault();
        }
        return new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute 'items'");
    }

    private static Object sort(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = SORT.bind(args);
        String by = bound.text(1, "key");
        if (!by.equals("key") && !by.equals("value")) {
            throw Fault.argument("You can only sort by either \"key\" or \"value\"");
        }
        if (!(value instanceof PyDict dict)) {
            throw noItems(value);
        }
        int position = by.equals("key") ? 0 : 1;
        UnaryOperator<Object> key =
                Lookup.cased(pair -> ((PyTuple) pair).items().get(position), bound.flag(0, false));
        return new PyList(Sorting.sorted(dict.pairs(), key, bound.integerFlag(2, false), runtime));
    }

    private static Object items(Interpreter runtime, Object value, Args args) {
        List<Iterator<Object>> pairs = new ArrayList<>(1);
        return Generator.of("do_items", () -> {
            if (pairs.isEmpty()) {
                pairs.add(pairs(value));
            }
            return pairs.get(0).hasNext() ? pairs.get(0).next() : null;
        });
    }

    private static Iterator<Object> pairs(Object value) {
        if (value instanceof Undefined) {
            return List.of().iterator();
        }
        if (value instanceof PyDict dict) {
            return dict.pairs().iterator();
        }
        throw Fault.type("Can only get item pairs from a mapping.");
    }

    private static Object attribute(Interpreter runtime, Object value, Args args) {
        Object name = ATTR.bind(args).get(0);
        if (!Strings.is(name)) {
            throw Fault.type("attribute name must be string, not '" + Types.name(name) + "'");
        }
        return runtime.hasAttribute(value, name.toString())
                ? runtime.attribute(value, name.toString())
                : runtime.undefined(Undefined.Cause.element(value, name));
    }

    private static Object fallback(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = DEFAULT.bind(args);
        boolean missing = value instanceof Undefined || (bound.flag(1, false) && !Truth.of(value));
        return missing ? bound.get(0, "") : value;
    }

    private static Object json(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = JSON.bind(args);
        String json = new JsonDump(bound.get(0, None.NONE), true, true, null, runtime).write(value);
        return new Markup(json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027"));
    }
}
