package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ansible's {@code combine}: dicts merged from the last to the first, later ones over earlier ones. */
final class DictMerge {

    private static final Set<String> LIST_MERGES =
            Set.of("replace", "keep", "append", "prepend", "append_rp", "prepend_rp");

    private final boolean recursive;
    private final String lists;
    private final Interpreter runtime;
    private final Budget budget;

    private DictMerge(Args args, Interpreter runtime) {
        this.recursive = Truth.of(args.keywords().getOrDefault("recursive", false));
        this.lists = runtime.text(args.keywords().getOrDefault("list_merge", "replace"));
        this.runtime = runtime;
        this.budget = runtime.budget();
    }

    static Object combine(Interpreter runtime, Object value, Args args) {
        for (String name : args.keywords().keySet()) {
            if (!name.equals("recursive") && !name.equals("list_merge")) {
                throw Fault.argument("'recursive' and 'list_merge' are the only valid keyword arguments");
            }
        }
        List<Object> terms = new ArrayList<>(List.of(value));
        terms.addAll(args.positional());
        return new DictMerge(args, runtime).of(AnsibleMerging.flattened(terms, 1, runtime));
    }

    private Object of(List<Object> dicts) {
        dicts.forEach(this::refuseUndefined);
        if (dicts.isEmpty()) {
            return new PyDict();
        }
        Object result = dicts.get(dicts.size() - 1);
        for (int i = dicts.size() - 2; i >= 0; i--) {
            result = merged(dicts.get(i), result);
        }
        return result;
    }

    private void refuseUndefined(Object item) {
        budget.enter();
        budget.step();
        if (item instanceof PyDict dict) {
            dict.values().forEach(this::refuseUndefined);
        } else if (item instanceof PyList list) {
            list.items().forEach(this::refuseUndefined);
        } else if (item instanceof Undefined) {
            throw Fault.argument(runtime.text(item) + " is undefined");
        }
        budget.leave();
    }

    private PyDict merged(Object lower, Object higher) {
        if (!LIST_MERGES.contains(lists)) {
            throw Fault.argument("merge_hash: 'list_merge' argument can only be equal to 'replace', 'keep', 'append', "
                    + "'prepend', 'append_rp' or 'prepend_rp'");
        }
        if (!(lower instanceof PyDict base && higher instanceof PyDict over)) {
            throw Fault.argument("failed to combine variables, expected dicts but got a '" + Types.name(lower)
                    + "' and a '" + Types.name(higher) + "': \n" + shown(lower) + "\n" + shown(higher));
        }
        budget.enter();
        // Equal dicts keep the order of the later one.
        PyDict result = Equality.of(base, over, budget) ? over.copy() : base.copy();
        for (Object key : over.keys()) {
            Object added = over.get(key);
            Object value = added == null ? None.NONE : added;
            Object before = result.get(key);
            result.put(key, before == null ? value : joined(before, value));
        }
        budget.items(result.length());
        budget.leave();
        return result;
    }

    /** A helper for something else writes empty sequences and dicts as {@code end}. */
    private String shown(Object value) {
        boolean empty = Iteration.lengthOrMinus(value) == 0;
        return empty ? "end" : runtime.text(value);
    }

    private Object joined(Object before, Object value) {
        if (recursive && before instanceof PyDict && value instanceof PyDict) {
            return merged(before, value);
        }
        return before instanceof PyList x && value instanceof PyList y ? joined(x.items(), y.items()) : value;
    }

    private PyList joined(List<Object> before, List<Object> value) {
        return switch (lists) {
            case "keep" -> new PyList(new ArrayList<>(before));
            case "append" -> both(before, value);
            case "prepend" -> both(value, before);
            case "append_rp" -> both(without(before, value), value);
            case "prepend_rp" -> both(value, without(before, value));
            default -> new PyList(new ArrayList<>(value));
        };
    }

    private static PyList both(List<Object> first, List<Object> second) {
        List<Object> items = new ArrayList<>(first);
        items.addAll(second);
        return new PyList(items);
    }

    private List<Object> without(List<Object> items, List<Object> removed) {
        List<Object> left = new ArrayList<>();
        for (Object item : items) {
            budget.charge(removed.size());
            if (removed.stream().noneMatch(other -> Equality.same(item, other, budget))) {
                left.add(item);
            }
        }
        return left;
    }
}
