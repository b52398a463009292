package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of lists and tuples. */
final class ListMethods {

    private static final Signature SORT = Signature.of("sort(self | key=, reverse=)");

    private ListMethods() {}

    /** The methods that change nothing. */
    static @Nullable Object findShared(PySequence sequence, String name) {
        PyFunction.Body body = switch (name) {
            case "count" -> (runtime, args) -> count(sequence, args);
            case "index" -> (runtime, args) -> index(sequence, args);
            default -> null;
        };
        return body == null ? null : PyFunction.method(name, sequence, body);
    }

    static @Nullable Object find(PyList list, String name) {
        PyFunction.Body body = switch (name) {
            case "append" -> (runtime, args) -> insert(list, list.length(), args.at(one(args, "append")), runtime);
            case "extend" -> (runtime, args) -> extend(list, args.at(one(args, "extend")), runtime);
            case "insert" -> (runtime, args) -> insert(list, position(list, args), args.at(1), runtime);
            case "pop" -> (runtime, args) -> pop(list, args);
            case "remove" -> (runtime, args) -> remove(list, args.at(one(args, "remove")));
            case "clear" -> (runtime, args) -> clear(list);
            case "reverse" -> (runtime, args) -> reverse(list);
            case "copy" -> (runtime, args) -> new PyList(new ArrayList<>(list.items()));
            case "sort" -> (runtime, args) -> sort(list, args, runtime);
            default -> null;
        };
        return body == null ? findShared(list, name) : PyFunction.method(name, list, body);
    }

    private static int one(Args args, String name) {
        if (args.count() != 1) {
            throw Fault.type("list." + name + "() takes exactly one argument (" + args.count() + " given)");
        }
        return 0;
    }

    private static int position(PyList list, Args args) {
        if (args.count() != 2) {
            throw Fault.type("insert expected 2 arguments, got " + args.count());
        }
        int at = Numbers.index(args.at(0));
        return at < 0 ? Math.max(0, at + list.length()) : Math.min(at, list.length());
    }

    private static Object insert(PyList list, int at, Object item, Interpreter runtime) {
        runtime.budget().items(list.length() + 1L);
        list.items().add(at, item);
        return None.NONE;
    }

    private static Object extend(PyList list, Object more, Interpreter runtime) {
        List<Object> items = Iteration.list(more, runtime);
        runtime.budget().items((long) list.length() + items.size());
        list.items().addAll(items);
        return None.NONE;
    }

    private static Object pop(PyList list, Args args) {
        int length = list.length();
        if (length == 0) {
            throw new Fault(FaultKind.INDEX, "pop from empty list");
        }
        int index = args.count() == 0 ? -1 : Numbers.index(args.at(0));
        int at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) {
            throw new Fault(FaultKind.INDEX, "pop index out of range");
        }
        return list.items().remove(at);
    }

    private static int find(List<Object> items, Object wanted, int from) {
        for (int i = from; i < items.size(); i++) {
            if (Equality.same(items.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static Object remove(PyList list, Object wanted) {
        int at = find(list.items(), wanted, 0);
        if (at < 0) {
            throw Fault.value("list.remove(x): x not in list");
        }
        list.items().remove(at);
        return None.NONE;
    }

    private static Object clear(PyList list) {
        list.items().clear();
        return None.NONE;
    }

    private static Object reverse(PyList list) {
        Collections.reverse(list.items());
        return None.NONE;
    }

    private static Object sort(PyList list, Args args, Interpreter runtime) {
        Signature.Bound bound = SORT.bind(args);
        Object key = bound.get(0);
        List<Object> sorted = Sorting.sorted(
                list.items(),
                item -> key == None.NONE ? item : runtime.call(key, Args.of(item)),
                bound.flag(1, false),
                runtime);
        list.items().clear();
        list.items().addAll(sorted);
        return None.NONE;
    }

    private static Object count(PySequence sequence, Args args) {
        Object wanted = args.at(one(args, "count"));
        return sequence.items().stream()
                .filter(item -> Equality.same(item, wanted))
                .count();
    }

    private static Object index(PySequence sequence, Args args) {
        if (args.count() == 0) {
            throw Fault.type("index expected at least 1 argument, got 0");
        }
        int length = sequence.length();
        int from = args.count() > 1 ? Slicing.place(Slicing.indexNotNone(args.at(1)), length) : 0;
        int to = args.count() > 2 ? Slicing.place(Slicing.indexNotNone(args.at(2)), length) : length;
        int at = find(sequence.items().subList(0, Math.min(to, length)), args.at(0), from);
        if (at < 0) {
            String name = sequence.typeName();
            throw Fault.value(
                    name.equals("list")
                            ? Printer.reprOf(args.at(0)) + " is not in list"
                            : "tuple.index(x): x not in tuple");
        }
        return (long) at;
    }
}
