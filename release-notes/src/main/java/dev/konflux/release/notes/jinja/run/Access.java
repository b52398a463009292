package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Attributes;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import org.jspecify.annotations.Nullable;

/** How templates reach into values: attributes and items stand in for each other, and a sandbox hands out only what is safe. */
final class Access {

    private Access() {}

    /** {@code value.name}: the attribute, else the item. */
    static Object attribute(Object value, String name, Context context) {
        Object found = find(value, name, context);
        if (found != null) {
            return checked(value, name, found, context);
        }
        Object item = Attributes.item(value, name, context);
        return item != null ? item : context.undefined(Undefined.Cause.element(value, name));
    }

    /** The attribute, or null. */
    static @Nullable Object find(Object value, String name, Context context) {
        Object found = Attributes.find(value, name, context);
        return found == null && name.startsWith("__") ? Dunder.find(value, name) : found;
    }

    /** {@code value[key]}: the item, else the attribute. */
    static Object item(Object value, Object key, Context context) {
        Object item = Attributes.item(value, key, context);
        if (item != null) {
            return item;
        }
        if (Strings.is(key)) {
            String name = key.toString();
            Object found = find(value, name, context);
            if (found != null) {
                return checked(value, name, found, context);
            }
        }
        return context.undefined(Undefined.Cause.element(value, key));
    }

    private static Object checked(Object value, String name, Object found, Context context) {
        Environment.Sandbox sandbox = context.sandbox();
        boolean safe = sandbox == Environment.Sandbox.OFF
                || (!name.startsWith("_") && (sandbox == Environment.Sandbox.ON || !Dunder.changes(value, name)));
        if (safe) {
            return found;
        }
        String hint = "access to attribute '" + name + "' of '" + Types.name(value) + "' object is unsafe.";
        return context.undefined(new Undefined.Cause(hint, value, name, FaultKind.SECURITY));
    }
}
