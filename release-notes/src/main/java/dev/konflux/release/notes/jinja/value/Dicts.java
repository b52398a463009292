package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.List;

/** Python's {@code dict()}. */
public final class Dicts {

    private Dicts() {}

    /** The dict of a mapping or of pairs, and of keyword arguments. */
    public static PyDict of(Args args, Interpreter runtime) {
        return of("dict", args, runtime);
    }

    /** The dict a function is given in one of these ways. */
    static PyDict of(String function, Args args, Interpreter runtime) {
        if (args.count() > 1) {
            throw Fault.type(function + " expected at most 1 argument, got " + args.count());
        }
        PyDict dict = new PyDict();
        if (args.count() == 1) {
            fill(dict, args.at(0), runtime);
        }
        args.keywords().forEach(dict::put);
        return dict;
    }

    private static void fill(PyDict dict, Object source, Interpreter runtime) {
        if (source instanceof PyDict other) {
            runtime.budget().items(other.length());
            dict.putAll(other);
            return;
        }
        if (source instanceof Undefined undefined) {
            throw undefined.fault();
        }
        int index = 0;
        for (Object pair : Iteration.list(source, runtime)) {
            List<Object> parts = parts(pair, index, runtime);
            if (parts.size() != 2) {
                throw Fault.value("dictionary update sequence element #" + index + " has length " + parts.size()
                        + "; 2 is required");
            }
            dict.put(parts.get(0), parts.get(1));
            index++;
        }
    }

    private static List<Object> parts(Object pair, int index, Interpreter runtime) {
        if (Iteration.find(pair) == null) {
            throw Fault.type("cannot convert dictionary update sequence element #" + index + " to a sequence");
        }
        return Iteration.list(pair, runtime);
    }
}
