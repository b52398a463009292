package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A value that is not one of Java's strings, numbers or booleans. What a kind does not support fails as in Python. */
public abstract class PyObject {

    /** The name of its class. */
    public abstract String typeName();

    /** How error messages call objects of the class: with the module for classes that are not built in. */
    public String objectName() {
        return typeName() + " object";
    }

    /** Writes what {@code repr()} gives. */
    public abstract void repr(Printer out);

    /** Writes what {@code str()} gives. */
    public void print(Printer out) {
        repr(out);
    }

    /** What {@code bool()} gives. */
    public boolean truth() {
        return true;
    }

    /** Whether its text needs no escaping: it has {@code __html__} in Python. */
    public boolean isSafe() {
        return false;
    }

    /** What {@code len()} gives, or -1 when the kind has no length. */
    public int length() {
        return -1;
    }

    /** What {@code getattr()} gives; null when there is no such attribute. */
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return null;
    }

    /** What the subscript gives; null when the key is not there or the kind has no items. */
    public @Nullable Object item(Object key, Interpreter runtime) {
        return null;
    }

    /** The items one after the other; null when the kind cannot be iterated. */
    public @Nullable Iterator<Object> iterator() {
        return null;
    }

    /** Whether {@code in} finds it, or null when the kind only has its items to look through. */
    public @Nullable Boolean contains(Object candidate) {
        return null;
    }

    /** Whether it can be called. */
    public boolean isCallable() {
        return false;
    }

    /** What a call gives. */
    public Object call(Interpreter runtime, Args args) {
        throw Fault.type("'" + typeName() + "' object is not callable");
    }

    /** Python's {@code ==} with a value that is not the same object. */
    public boolean isEqualTo(Object other) {
        return false;
    }

    /** Python's {@code hash()}. */
    public int hash() {
        return System.identityHashCode(this);
    }
}
