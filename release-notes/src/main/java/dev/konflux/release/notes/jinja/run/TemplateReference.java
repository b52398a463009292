package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.Strings;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The {@code self} of a template: its blocks by name. */
public final class TemplateReference extends PyObject {

    private final Context context;

    /** The blocks of a context. */
    public TemplateReference(Context context) {
        this.context = context;
    }

    @Override
    public String typeName() {
        return "TemplateReference";
    }

    @Override
    public String objectName() {
        return "jinja2.runtime.TemplateReference object";
    }

    @Override
    public void repr(Printer out) {
        boolean unnamed = context.name().equals(UNNAMED);
        out.append("<TemplateReference " + (unnamed ? "None" : Printer.reprOf(context.name())) + ">");
    }

    /** The name of templates that were given as text. */
    public static final String UNNAMED = "<template>";

    /** Python iterates what has items only by number, and there is no block called 0. */
    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new Fault(FaultKind.KEY, "0");
            }

            @Override
            public Object next() {
                throw new NoSuchElementException();
            }
        };
    }

    @Override
    public @Nullable Object item(Object key, Interpreter runtime) {
        List<Code> stack = Strings.is(key) ? context.blockStack(key.toString()) : List.of();
        return stack.isEmpty() ? null : new BlockReference(key.toString(), context, stack, 0);
    }
}
