package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Attributes;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import org.jspecify.annotations.Nullable;

/** How templates reach into values: attributes and items stand in for each other, and a sandbox hands out only what is safe. */
final class Access {

    private final Interpreter runtime;
    private final Environment.Sandbox sandbox;

    Access(Interpreter runtime, Environment.Sandbox sandbox) {
        this.runtime = runtime;
        this.sandbox = sandbox;
    }

    /** {@code value.name}: the attribute, else the item. */
    Object attribute(Object value, String name) {
        Object found = find(value, name);
        if (found != null) {
            return checked(value, name, found);
        }
        Object item = Attributes.item(value, name, runtime);
        return item != null ? item : runtime.undefined(Undefined.Cause.element(value, name));
    }

    /** The attribute, or null. */
    @Nullable
    Object find(Object value, String name) {
        Object found = Attributes.find(value, name, runtime);
        return found == null && name.startsWith("__") ? Dunder.find(value, name) : found;
    }

    /** {@code value[key]}: the item, else the attribute. */
    Object item(Object value, Object key) {
        Object item = Attributes.item(value, key, runtime);
        if (item != null) {
            return item;
        }
        if (Strings.is(key)) {
            String name = key.toString();
            Object found = find(value, name);
            if (found != null) {
                return checked(value, name, found);
            }
        }
        return runtime.undefined(Undefined.Cause.element(value, key));
    }

    private Object checked(Object value, String name, Object found) {
        boolean safe = sandbox == Environment.Sandbox.OFF
                || (!name.startsWith("_") && (sandbox == Environment.Sandbox.ON || !Dunder.changes(value, name)));
        if (safe) {
            return found;
        }
        String hint = "access to attribute '" + name + "' of '" + Types.name(value) + "' object is unsafe.";
        return runtime.undefined(new Undefined.Cause(hint, value, name, FaultKind.SECURITY));
    }
}
