package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A value that is not there. What it allows depends on its kind. */
public final class Undefined extends PyObject {

    /** The four kinds of Jinja2. */
    public enum Kind {
        PLAIN("Undefined"),
        CHAINABLE("ChainableUndefined"),
        DEBUG("DebugUndefined"),
        STRICT("StrictUndefined");

        private final String className;

        Kind(String className) {
            this.className = className;
        }

        /** The name of the class. */
        public String className() {
            return className;
        }
    }

    /**
     * Why it is not there.
     *
     * @param hint a text of its own; null to build one
     * @param owner the value whose attribute or item is missing; null for a missing name
     * @param name the name or key that is missing
     * @param kind the error to raise
     */
    public record Cause(
            @Nullable String hint,
            @Nullable Object owner,
            @Nullable Object name,
            FaultKind kind) {

        /** A name nobody defined. */
        public static Cause name(String name) {
            return new Cause(null, null, name, FaultKind.UNDEFINED);
        }

        /** A missing attribute or item. */
        public static Cause element(Object owner, Object key) {
            return new Cause(null, owner, key, FaultKind.UNDEFINED);
        }
    }

    private final Kind kind;
    private final Cause cause;

    /** An undefined value. */
    public Undefined(Kind kind, Cause cause) {
        this.kind = kind;
        this.cause = cause;
    }

    /** Its kind. */
    public Kind kind() {
        return kind;
    }

    /** The missing name, or null. */
    public @Nullable Object name() {
        return cause.name();
    }

    /** The value that has no such attribute or item, or null. */
    public @Nullable Object owner() {
        return cause.owner();
    }

    /** The error that using it raises. */
    public Fault fault() {
        return new Fault(cause.kind(), message());
    }

    private String message() {
        if (cause.hint() != null && !cause.hint().isEmpty()) {
            return cause.hint();
        }
        Object name = cause.name() == null ? None.NONE : cause.name();
        if (cause.owner() == null) {
            return Printer.reprOf(name) + " is undefined";
        }
        String owner = Types.objectName(cause.owner());
        if (Strings.is(name)) {
            return Printer.reprOf(owner) + " has no attribute " + Printer.reprOf(name);
        }
        return owner + " has no element " + Printer.reprOf(name);
    }

    private String debugText() {
        if (cause.hint() != null && !cause.hint().isEmpty()) {
            return "{{ undefined value printed: " + cause.hint() + " }}";
        }
        Object name = cause.name() == null ? None.NONE : cause.name();
        if (cause.owner() == null) {
            return "{{ " + Strings.of(name) + " }}";
        }
        return "{{ no such element: " + Types.objectName(cause.owner()) + "[" + Printer.reprOf(name) + "] }}";
    }

    private void refuseIfStrict() {
        if (kind == Kind.STRICT) {
            throw fault();
        }
    }

    @Override
    public String typeName() {
        return kind.className();
    }

    @Override
    public String objectName() {
        return "jinja2.runtime." + kind.className() + " object";
    }

    @Override
    public void repr(Printer out) {
        out.append("Undefined");
    }

    @Override
    public void print(Printer out) {
        refuseIfStrict();
        if (kind == Kind.DEBUG) {
            out.append(debugText());
        }
    }

    @Override
    public boolean truth() {
        refuseIfStrict();
        return false;
    }

    @Override
    public boolean isSafe() {
        return kind == Kind.CHAINABLE;
    }

    @Override
    public int length() {
        refuseIfStrict();
        return 0;
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        if (name.equals("_undefined_name")) {
            return cause.name() == null ? None.NONE : cause.name();
        }
        if (name.equals("_undefined_hint")) {
            return cause.hint() == null ? None.NONE : cause.hint();
        }
        if (name.startsWith("__") && name.endsWith("__")) {
            return null;
        }
        if (kind == Kind.CHAINABLE) {
            return this;
        }
        throw fault();
    }

    @Override
    public Object item(Object key, Interpreter runtime) {
        if (kind == Kind.CHAINABLE) {
            return this;
        }
        throw fault();
    }

    @Override
    public Iterator<Object> iterator() {
        refuseIfStrict();
        return Collections.emptyIterator();
    }

    @Override
    public Boolean contains(Object candidate) {
        refuseIfStrict();
        return false;
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Object call(Interpreter runtime, Args args) {
        throw fault();
    }

    @Override
    public boolean isEqualTo(Object other) {
        refuseIfStrict();
        return other instanceof Undefined that && kind == that.kind;
    }

    @Override
    public int hash() {
        refuseIfStrict();
        return kind.hashCode();
    }
}
