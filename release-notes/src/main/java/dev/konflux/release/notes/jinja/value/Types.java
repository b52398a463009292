package dev.konflux.release.notes.jinja.value;

import java.math.BigInteger;

/** The names of Python's classes. */
public final class Types {

    private Types() {}

    /** {@code type(value).__name__}. */
    public static String name(Object value) {
        if (value instanceof String) {
            return "str";
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return "int";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof None) {
            return "NoneType";
        }
        if (value instanceof Markup) {
            return "Markup";
        }
        return value instanceof PyObject object ? object.typeName() : "object";
    }

    /** How C code calls a value's class where it wants another one: None by its own name. */
    static String shown(Object value) {
        return value instanceof None ? "None" : name(value);
    }

    /** How undefined values call the object they were looked up in. */
    public static String objectName(Object value) {
        if (value instanceof None) {
            return "None";
        }
        if (value instanceof Markup) {
            return "markupsafe.Markup object";
        }
        return value instanceof PyObject object ? object.objectName() : name(value) + " object";
    }
}
