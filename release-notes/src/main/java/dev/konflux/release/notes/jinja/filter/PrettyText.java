package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.ArrayList;
import java.util.List;

/** Python's {@code pprint.pformat}: dicts sorted, broken into lines where it does not fit. */
final class PrettyText {

    private static final int WIDTH = 80;

    private final StringBuilder out = new StringBuilder();

    private final Budget budget;

    private PrettyText(Budget budget) {
        this.budget = budget;
    }

    static String of(Object value, Budget budget) {
        PrettyText text = new PrettyText(budget);
        text.repr(value);
        text.write(sorted(value, 0), 0, 0);
        return text.out.toString();
    }

    /** The text of a part. It is asked for on each level, so it is paid for each time. */
    private String repr(Object value) {
        StringBuilder text = new StringBuilder();
        new Printer(text, budget).repr(value);
        budget.text(text.length());
        return text.toString();
    }

    private static Object sorted(Object value, int depth) {
        if (depth > 100) {
            return value;
        }
        if (value instanceof PyDict dict) {
            PyDict copy = new PyDict();
            List<Object> keys = dict.keys();
            keys.sort(PrettyText::order);
            for (Object key : keys) {
                Object item = dict.get(key);
                copy.put(key, item == null ? None.NONE : sorted(item, depth + 1));
            }
            return copy;
        }
        if (value instanceof PySequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(sorted(item, depth + 1)));
            return value instanceof PyList ? new PyList(items) : new PyTuple(items);
        }
        return value;
    }

    private static int order(Object a, Object b) {
        try {
            return Compare.less(a, b) ? -1 : Compare.less(b, a) ? 1 : 0;
        } catch (Fault incomparable) {
            return Types.name(a).compareTo(Types.name(b));
        }
    }

    private void write(Object value, int indent, int allowance) {
        String text = repr(value);
        boolean container = (value instanceof PyDict dict && dict.truth())
                || (value instanceof PySequence sequence && sequence.truth());
        if (text.length() <= WIDTH - indent - allowance || !container) {
            out.append(text);
        } else if (value instanceof PyDict dict) {
            dict(dict, indent, allowance);
        } else if (value instanceof PySequence sequence) {
            boolean tuple = value instanceof PyTuple;
            String close = tuple ? sequence.length() == 1 ? ",)" : ")" : "]";
            out.append(tuple ? "(" : "[");
            items(sequence.items(), indent + 1, allowance + close.length());
            out.append(close);
        }
    }

    private void items(List<Object> items, int indent, int allowance) {
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            write(items.get(i), indent, last ? allowance : 1);
            out.append(last ? "" : ",\n" + " ".repeat(indent));
        }
    }

    private void dict(PyDict dict, int indent, int allowance) {
        out.append('{');
        List<Object> keys = dict.keys();
        for (int i = 0; i < keys.size(); i++) {
            boolean last = i == keys.size() - 1;
            String key = repr(keys.get(i));
            Object value = dict.get(keys.get(i));
            out.append(key).append(": ");
            write(value == null ? None.NONE : value, indent + key.length() + 3, last ? allowance + 1 : 1);
            out.append(last ? "}" : ",\n" + " ".repeat(indent + 1));
        }
    }
}
