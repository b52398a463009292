package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives its items in turn. */
public final class Cycler extends PyObject {

    private static final Signature NEXT = Signature.of("Cycler.next(self |)");
    private static final Signature RESET = Signature.of("Cycler.reset(self |)");

    private final List<Object> items;
    private int position;

    /** A cycler over items. */
    public Cycler(List<Object> items) {
        if (items.isEmpty()) {
            throw new Fault(FaultKind.PYTHON_RUNTIME, "at least one item has to be provided");
        }
        this.items = items;
    }

    private Object next() {
        Object item = items.get(position);
        position = (position + 1) % items.size();
        return item;
    }

    private Object reset() {
        position = 0;
        return None.NONE;
    }

    @Override
    public String typeName() {
        return "Cycler";
    }

    @Override
    public String objectName() {
        return "jinja2.utils.Cycler object";
    }

    @Override
    public void repr(Printer out) {
        out.instance(this, "jinja2.utils.Cycler");
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return switch (name) {
            case "current" -> items.get(position);
            case "items" -> new PyTuple(items);
            case "pos" -> (long) position;
            case "next" ->
                PyFunction.method(name, this, (caller, args) -> {
                    NEXT.bind(args);
                    return next();
                });
            case "reset" ->
                PyFunction.method(name, this, (caller, args) -> {
                    RESET.bind(args);
                    return reset();
                });
            default -> null;
        };
    }
}
