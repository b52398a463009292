package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ansible's filters that make one list or dict of several. */
final class AnsibleMerging {

    private static final Signature FLATTEN = Signature.of("flatten(mylist | levels=)");

    private AnsibleMerging() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("combine", DictMerge::combine);
        filters.put("flatten", AnsibleMerging::flatten);
    }

    private static Object flatten(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = FLATTEN.bind(args);
        int levels = bound.has(0) ? bound.integer(0, 1) : Integer.MAX_VALUE;
        return new PyList(flattened(Iteration.list(value, runtime), levels, runtime));
    }

    static List<Object> flattened(List<Object> items, int levels, Interpreter runtime) {
        Budget budget = runtime.budget();
        budget.enter();
        List<Object> result = new ArrayList<>();
        for (Object item : items) {
            budget.step();
            boolean nothing = item == None.NONE
                    || (Strings.is(item)
                            && (item.toString().equals("None")
                                    || item.toString().equals("null")));
            if (nothing) {
                // Ansible means to skip such an item, but stops at it.
                break;
            }
            if (levels > 0 && (item instanceof PySequence || item instanceof PyRange)) {
                result.addAll(flattened(Iteration.list(item, runtime), levels - 1, runtime));
            } else {
                result.add(item);
            }
        }
        budget.items(result.size());
        budget.leave();
        return result;
    }
}
