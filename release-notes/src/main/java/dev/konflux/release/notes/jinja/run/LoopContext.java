package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyFunction;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyTuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code loop} variable. */
public final class LoopContext extends PyObject {

    /** Renders the body of a recursive loop for further items. */
    @FunctionalInterface
    public interface Recursion {
        /** The rendered text. */
        Object render(Object items, int depth);
    }

    private final Object items;
    private final @Nullable Recursion recursion;
    private final int depth0;
    private final Interpreter runtime;
    private Iterator<Object> iterator;
    private long index0 = -1;
    private long length = -1;
    private @Nullable Object before;
    private @Nullable Object current;
    private @Nullable Object after;
    private @Nullable Object lastChanged;

    /** A loop over items. */
    public LoopContext(Object items, Interpreter runtime, @Nullable Recursion recursion, int depth0) {
        this.items = items;
        this.iterator = Iteration.of(items);
        this.runtime = runtime;
        this.recursion = recursion;
        this.depth0 = depth0;
    }

    /** Goes on to the next item; null at the end. */
    public @Nullable Object advance() {
        Object next = peek();
        after = null;
        if (next != null) {
            index0++;
            before = current;
            current = next;
        }
        return next;
    }

    private @Nullable Object peek() {
        if (after == null && iterator.hasNext()) {
            after = iterator.next();
        }
        return after;
    }

    private long size() {
        if (length >= 0) {
            return length;
        }
        int known =
                items instanceof dev.konflux.release.notes.jinja.value.Generator ? -1 : Iteration.lengthOrMinus(items);
        if (known >= 0) {
            length = known;
            return known;
        }
        List<Object> rest = new ArrayList<>();
        while (iterator.hasNext()) {
            runtime.budget().step();
            rest.add(iterator.next());
        }
        iterator = rest.iterator();
        length = rest.size() + index0 + 1 + (after == null ? 0 : 1);
        return length;
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public String objectName() {
        return "jinja2.runtime.LoopContext object";
    }

    @Override
    public void repr(Printer out) {
        out.append("<LoopContext " + (index0 + 1) + "/" + size() + ">");
    }

    @Override
    public int length() {
        return (int) size();
    }

    @Override
    public boolean truth() {
        return size() > 0;
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return peek() != null;
            }

            @Override
            public Object next() {
                Object item = advance();
                return PyTuple.of(item == null ? List.of() : item, LoopContext.this);
            }
        };
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter asking) {
        return switch (name) {
            case "index" -> index0 + 1;
            case "index0" -> index0;
            case "first" -> index0 == 0;
            case "last" -> peek() == null;
            case "length" -> size();
            case "revindex" -> size() - index0;
            case "revindex0" -> size() - index0 - 1;
            case "depth" -> depth0 + 1L;
            case "depth0" -> (long) depth0;
            case "previtem" -> index0 == 0 || before == null ? missing("there is no previous item") : before;
            case "nextitem" -> peek() == null ? missing("there is no next item") : peek();
            case "cycle" -> PyFunction.method(name, this, (caller, args) -> cycle(args));
            case "changed" -> PyFunction.method(name, this, (caller, args) -> changed(args));
            default -> null;
        };
    }

    private Object missing(String hint) {
        return runtime.undefined(new dev.konflux.release.notes.jinja.value.Undefined.Cause(
                hint, null, null, dev.konflux.release.notes.jinja.fault.FaultKind.UNDEFINED));
    }

    private Object cycle(Args args) {
        if (args.count() == 0) {
            throw Fault.type("no items for cycling given");
        }
        return args.at((int) (index0 % args.count()));
    }

    private Object changed(Args args) {
        PyTuple value = new PyTuple(args.positional());
        if (lastChanged != null && Equality.of(lastChanged, value)) {
            return false;
        }
        lastChanged = value;
        return true;
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Object call(Interpreter caller, Args args) {
        if (recursion == null) {
            throw Fault.type("The loop must have the 'recursive' marker to be called recursively.");
        }
        if (args.count() != 1) {
            throw Fault.type("LoopContext.__call__() missing 1 required positional argument: 'iterable'");
        }
        return recursion.render(args.at(0), depth0 + 1);
    }
}
