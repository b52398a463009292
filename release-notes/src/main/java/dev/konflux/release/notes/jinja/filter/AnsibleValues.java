package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Subscript;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Ansible's filters over lists, dicts and any value. */
final class AnsibleValues {

    private static final Signature TERNARY = Signature.of("ternary(value | true_val, false_val, none_val=)");
    private static final Signature MANDATORY = Signature.of("mandatory(a | msg=)");
    private static final Signature EXTRACT = Signature.of("extract(item | container, morekeys=)");
    private static final Signature SUBELEMENTS = Signature.of("subelements(obj | subelements, skip_missing=)");

    private AnsibleValues() {}

    static void register(Map<String, FilterFunction> filters, RandomGenerator random) {
        filters.put("ternary", AnsibleValues::ternary);
        filters.put("mandatory", AnsibleValues::mandatory);
        filters.put(
                "type_debug",
                Signature.of("FilterModule.filters.<locals>.<lambda>(o |)")
                        .guard((runtime, value, args) -> Types.name(value)));
        filters.put("extract", AnsibleValues::extract);
        filters.put("subelements", AnsibleValues::subelements);
        filters.put(
                "ans_groupby",
                Signature.of("do_groupby(environment, value | attribute)").guard(AnsibleValues::group));
        filters.put(
                "shuffle",
                Signature.of("randomize_list(mylist | seed=)")
                        .guard((runtime, value, args) -> shuffle(runtime, value, random)));
        filters.put(
                "ans_random",
                (runtime, value, args) -> Numbers.isInteger(value)
                        ? (Object) random.nextLong(Math.max(1, Numbers.index(value)))
                        : runtime.filter("random", value, Args.NONE));
    }

    private static Object ternary(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = TERNARY.bind(args);
        if (value == None.NONE && bound.has(2)) {
            return bound.get(2);
        }
        return Truth.of(value) ? bound.get(0) : bound.get(1);
    }

    private static Object mandatory(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = MANDATORY.bind(args);
        if (!(value instanceof Undefined undefined)) {
            return value;
        }
        if (bound.has(0)) {
            throw Fault.argument(bound.text(0, ""));
        }
        Object name = undefined.name();
        throw Fault.argument(
                "Mandatory variable " + (name == null ? "" : "\"" + runtime.text(name) + "\" ") + " not defined.");
    }

    /** Groups as plain tuples, whose parts have no names. */
    private static Object group(Interpreter runtime, Object value, Args args) {
        List<Object> groups = new ArrayList<>();
        for (Object group : Iteration.list(runtime.filter("groupby", value, args), runtime)) {
            groups.add(new PyTuple(Iteration.list(group, runtime)));
        }
        return new PyList(groups);
    }

    private static Object extract(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = EXTRACT.bind(args);
        Object found = Subscript.of(bound.get(0), value, runtime);
        if (!bound.has(1)) {
            return found;
        }
        List<Object> keys = bound.get(1) instanceof PyList list ? list.items() : List.of(bound.get(1));
        for (Object key : keys) {
            found = Subscript.of(found, key, runtime);
        }
        return found;
    }

    private static Object subelements(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = SUBELEMENTS.bind(args);
        List<Object> elements =
                value instanceof PyDict dict ? dict.values() : value instanceof PyList list ? list.items() : null;
        if (elements == null) {
            throw Fault.argument("obj must be a list of dicts or a nested dict");
        }
        List<Object> pairs = new ArrayList<>();
        for (Object element : elements) {
            for (Object inner : inner(element, bound)) {
                pairs.add(PyTuple.of(element, inner));
                runtime.budget().step();
            }
        }
        return new PyList(pairs);
    }

    private static List<Object> inner(Object element, Signature.Bound bound) {
        Object path = bound.get(0);
        List<Object> keys = path instanceof PyList list
                ? list.items()
                : List.of((Object[]) Strings.of(path).split("\\.", -1));
        Object at = element;
        for (Object key : keys) {
            if (!(at instanceof PyDict dict)) {
                throw Fault.argument(
                        "the key " + Strings.of(key) + " should point to a dictionary, got \"" + Strings.of(at) + "\"");
            }
            Object next = dict.get(key);
            if (next == null && bound.flag(1, false)) {
                return List.of();
            }
            if (next == null) {
                throw Fault.argument(
                        "could not find " + Printer.reprOf(key) + " key in iterated item " + Printer.reprOf(at));
            }
            at = next;
        }
        if (!(at instanceof PyList found)) {
            throw Fault.argument("the key " + Printer.reprOf(keys.get(keys.size() - 1))
                    + " should point to a list, got " + Printer.reprOf(at));
        }
        return found.items();
    }

    private static Object shuffle(Interpreter runtime, Object value, RandomGenerator random) {
        if (Iteration.find(value) == null) {
            return value;
        }
        List<Object> items = Iteration.list(value, runtime);
        Collections.shuffle(items, new Random(random.nextLong()));
        return new PyList(items);
    }
}
