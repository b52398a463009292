package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyFunction;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes every Python object has, as far as templates can tell: their names exist, nothing is behind them. */
final class Dunder {

    private static final Set<String> EVERYWHERE = Set.of(
            "__class__",
            "__doc__",
            "__init__",
            "__new__",
            "__str__",
            "__repr__",
            "__eq__",
            "__ne__",
            "__hash__",
            "__dir__",
            "__sizeof__",
            "__reduce__",
            "__reduce_ex__",
            "__getattribute__",
            "__setattr__",
            "__delattr__",
            "__subclasshook__",
            "__format__",
            "__init_subclass__",
            "__getstate__",
            "__lt__",
            "__le__",
            "__gt__",
            "__ge__");
    private static final Set<String> OF_FUNCTIONS = Set.of(
            "__mro__",
            "__call__",
            "__name__",
            "__qualname__",
            "__self__",
            "__module__",
            "__globals__",
            "__code__",
            "__dict__",
            "__func__");
    private static final Set<String> OF_UNDEFINED = Set.of(
            "__call__",
            "__module__",
            "__getitem__",
            "__len__",
            "__iter__",
            "__bool__",
            "__add__",
            "__int__",
            "__float__");
    private static final Set<String> LIST_CHANGES =
            Set.of("append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove");
    private static final Set<String> DICT_CHANGES = Set.of("clear", "pop", "popitem", "setdefault", "update");

    private Dunder() {}

    static @Nullable Object find(Object value, String name) {
        if (!EVERYWHERE.contains(name) && !ofItsKind(value).contains(name)) {
            return null;
        }
        String type = Types.name(value);
        if (name.equals("__mro__")) {
            return value instanceof PyFunction function && function.isType() ? ancestry(function) : null;
        }
        if (name.equals("__name__")) {
            return value instanceof PyFunction function ? function.name() : null;
        }
        if (name.equals("__class__")) {
            return PyFunction.type(
                    type, className(value), (runtime, args) -> runtime.undefined("classes cannot be called", type));
        }
        return PyFunction.method(
                name, value, (runtime, args) -> runtime.undefined("internal methods cannot be called", name));
    }

    private static Set<String> ofItsKind(Object value) {
        if (value instanceof Undefined) {
            return OF_UNDEFINED;
        }
        return value instanceof PyObject object && object.isCallable() ? OF_FUNCTIONS : Set.of();
    }

    private static PyTuple ancestry(PyFunction type) {
        PyFunction object = PyFunction.type(
                "object", "object", (runtime, args) -> runtime.undefined("classes cannot be called", "object"));
        return type.name().equals("bool")
                ? PyTuple.of(
                        type,
                        PyFunction.type(
                                "int", "int", (runtime, args) -> runtime.undefined("classes cannot be called", "int")),
                        object)
                : PyTuple.of(type, object);
    }

    private static String className(Object value) {
        String name = Types.objectName(value);
        return name.endsWith(" object") ? name.substring(0, name.length() - " object".length()) : "NoneType";
    }

    /** Whether a method changes a list or dict. */
    static boolean changes(Object value, String name) {
        return (value instanceof PyList && LIST_CHANGES.contains(name))
                || (value instanceof PyDict && DICT_CHANGES.contains(name));
    }
}
