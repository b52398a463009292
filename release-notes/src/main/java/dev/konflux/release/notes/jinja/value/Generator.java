package dev.konflux.release.notes.jinja.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items made one after the other and only once: what most filters over lists give. */
public final class Generator extends PyObject implements Iterator<Object> {

    private final String name;
    private final String type;
    private final Supplier<@Nullable Object> source;
    private @Nullable Object ahead;
    private boolean finished;

    private Generator(String type, String name, Supplier<@Nullable Object> source) {
        this.type = type;
        this.name = name;
        this.source = source;
    }

    /** A generator of a function of the given name; the source gives null at the end. */
    public static Generator of(String name, Supplier<@Nullable Object> source) {
        return new Generator("generator", name, source);
    }

    /** A generator over items. */
    public static Generator of(String name, Iterator<Object> items) {
        return of(name, () -> items.hasNext() ? items.next() : null);
    }

    /** An iterator of a built-in class. */
    public static Generator ofType(String type, Iterator<Object> items) {
        return new Generator(type, "", () -> items.hasNext() ? items.next() : null);
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !finished) {
            ahead = source.get();
            finished = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public Object next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        Object item = ahead;
        ahead = null;
        return item;
    }

    @Override
    public String typeName() {
        return type;
    }

    @Override
    public void repr(Printer out) {
        if (name.isEmpty()) {
            out.instance(this, type);
        } else {
            out.append("<generator object " + name + " at " + Printer.address(this) + ">");
        }
    }

    @Override
    public Iterator<Object> iterator() {
        return this;
    }
}
