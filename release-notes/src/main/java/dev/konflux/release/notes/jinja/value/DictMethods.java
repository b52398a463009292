package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of dicts. */
final class DictMethods {

    private DictMethods() {}

    static @Nullable Object find(PyDict dict, String name) {
        PyFunction.Body body = switch (name) {
            case "items" -> (runtime, args) -> new DictView(dict, DictView.Part.ITEMS);
            case "keys" -> (runtime, args) -> new DictView(dict, DictView.Part.KEYS);
            case "values" -> (runtime, args) -> new DictView(dict, DictView.Part.VALUES);
            case "__setitem__" -> (runtime, args) -> setItem(dict, args);
            case "__getitem__" -> (runtime, args) -> getItem(dict, args);
            case "__contains__" -> (runtime, args) -> dict.contains(only(args));
            case "__len__" -> (runtime, args) -> (long) dict.length();
            case "get" -> (runtime, args) -> get(dict, args);
            case "copy" -> (runtime, args) -> dict.copy();
            case "pop" -> (runtime, args) -> pop(dict, args);
            case "popitem" -> (runtime, args) -> popItem(dict);
            case "setdefault" -> (runtime, args) -> setDefault(dict, args);
            case "update" -> (runtime, args) -> update(dict, args, runtime);
            case "clear" -> (runtime, args) -> clear(dict);
            case "fromkeys" -> (runtime, args) -> fromKeys(args, runtime);
            default -> null;
        };
        return body == null ? null : PyFunction.method(name, dict, body);
    }

    private static Object second(Args args, String name) {
        if (args.count() < 1 || args.count() > 2) {
            throw Fault.type(name + " expected at " + (args.count() < 1 ? "least 1" : "most 2") + " argument, got "
                    + args.count());
        }
        return args.count() > 1 ? args.at(1) : None.NONE;
    }

    private static Object only(Args args) {
        if (args.count() != 1) {
            throw Fault.type("expected 1 argument, got " + args.count());
        }
        return args.at(0);
    }

    private static Object setItem(PyDict dict, Args args) {
        if (args.count() != 2) {
            throw Fault.type("__setitem__ expected 2 arguments, got " + args.count());
        }
        dict.put(args.at(0), args.at(1));
        return None.NONE;
    }

    private static Object getItem(PyDict dict, Args args) {
        Object value = dict.get(only(args));
        if (value == null) {
            throw new Fault(FaultKind.KEY, Printer.reprOf(args.at(0)));
        }
        return value;
    }

    private static Object get(PyDict dict, Args args) {
        Object fallback = second(args, "get");
        Object value = dict.get(args.at(0));
        return value == null ? fallback : value;
    }

    private static Object pop(PyDict dict, Args args) {
        Object fallback = second(args, "pop");
        // An empty dict does not look at the key.
        Object value = dict.length() == 0 ? null : dict.remove(args.at(0));
        if (value == null && args.count() < 2) {
            throw new Fault(FaultKind.KEY, Printer.reprOf(args.at(0)));
        }
        return value == null ? fallback : value;
    }

    private static Object popItem(PyDict dict) {
        List<Object> pairs = dict.pairs();
        if (pairs.isEmpty()) {
            throw new Fault(FaultKind.KEY, "'popitem(): dictionary is empty'");
        }
        PyTuple last = (PyTuple) pairs.get(pairs.size() - 1);
        dict.remove(last.items().get(0));
        return last;
    }

    private static Object setDefault(PyDict dict, Args args) {
        Object fallback = second(args, "setdefault");
        Object value = dict.get(args.at(0));
        if (value != null) {
            return value;
        }
        dict.put(args.at(0), fallback);
        return fallback;
    }

    private static Object update(PyDict dict, Args args, Interpreter runtime) {
        dict.putAll(Dicts.of("update", args, runtime));
        runtime.budget().items(dict.length());
        return None.NONE;
    }

    private static Object clear(PyDict dict) {
        dict.clear();
        return None.NONE;
    }

    private static Object fromKeys(Args args, Interpreter runtime) {
        Object value = second(args, "fromkeys");
        PyDict result = new PyDict();
        for (Object key : Iteration.list(args.at(0), runtime)) {
            result.put(key, value);
        }
        return result;
    }
}
