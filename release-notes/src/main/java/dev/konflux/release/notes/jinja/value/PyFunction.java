package dev.konflux.release.notes.jinja.value;

import org.jspecify.annotations.Nullable;

/** A function written in Java: a method of a value or a global. */
public final class PyFunction extends PyObject {

    /** What a function does. */
    @FunctionalInterface
    public interface Body {
        /** The result of a call. */
        Object call(Interpreter runtime, Args args);
    }

    private final String name;
    private final String description;
    private final Body body;
    private final @Nullable Object owner;

    private PyFunction(String name, String description, Body body, @Nullable Object owner) {
        this.owner = owner;
        this.name = name;
        this.description = description;
        this.body = body;
    }

    /** A function that stands for itself. */
    public static PyFunction of(String name, Body body) {
        return new PyFunction(name, "<function " + name + ">", body, null);
    }

    /** A class that can be called. */
    public static PyFunction type(String name, String qualifiedName, Body body) {
        return new PyFunction(name, "<class '" + qualifiedName + "'>", body, null);
    }

    /** A method bound to a value. */
    public static PyFunction method(String name, Object owner, Body body) {
        return new PyFunction(name, "<built-in method " + name + " of " + Types.name(owner) + " object>", body, owner);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether it stands for a class. */
    public boolean isType() {
        return description.startsWith("<class");
    }

    @Override
    public String typeName() {
        return description.startsWith("<class")
                ? "type"
                : description.startsWith("<built") ? "builtin_function_or_method" : "function";
    }

    @Override
    public void repr(Printer out) {
        if (!isType()) {
            if (owner instanceof Markup && Arity.isWrapped(name)) {
                out.append("<bound method Markup." + name + " of ");
                out.append(name.equals("escape") ? "<class 'markupsafe.Markup'>" : Printer.reprOf(owner));
                out.append(">");
                return;
            }
            out.append(description.substring(0, description.length() - 1) + " at " + Printer.address(this) + ">");
        } else {
            out.append(description);
        }
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Object call(Interpreter runtime, Args args) {
        if (owner != null) {
            Arity.check(owner, name, args);
        }
        return body.call(runtime, args);
    }
}
