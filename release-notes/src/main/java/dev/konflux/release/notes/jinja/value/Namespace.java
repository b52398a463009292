package dev.konflux.release.notes.jinja.value;

import org.jspecify.annotations.Nullable;

/** A namespace: an object whose attributes templates may set. */
public final class Namespace extends PyObject {

    private final PyDict attributes;

    /** A namespace that owns the given attributes. */
    public Namespace(PyDict attributes) {
        this.attributes = attributes;
    }

    /** Sets an attribute. */
    public void set(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public String typeName() {
        return "Namespace";
    }

    @Override
    public String objectName() {
        return "jinja2.utils.Namespace object";
    }

    @Override
    public void repr(Printer out) {
        out.append("<Namespace ");
        out.repr(attributes);
        out.append(">");
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return attributes.get(name);
    }
}
