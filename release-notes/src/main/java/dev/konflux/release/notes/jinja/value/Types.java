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
