package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Conversion;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Truth;
import org.jspecify.annotations.Nullable;

/** The {@code labels} of label substitution: attributes and items make the path longer, printing looks it up. */
final class LabelPath extends PyObject {

    private final DataObject labels;
    private final Object path;
    private final boolean strict;

    private LabelPath(DataObject labels, Object path, boolean strict) {
        this.labels = labels;
        this.path = path;
        this.strict = strict;
    }

    static LabelPath of(DataObject inputs, boolean strict) {
        return new LabelPath(inputs.findObject("labels").orElse(DataObject.empty()), "", strict);
    }

    /** A first key that is false, such as 0, counts as no path to the program that this follows. */
    private LabelPath longer(Object key) {
        return new LabelPath(labels, Truth.of(path) ? Strings.of(path) + "." + Strings.of(key) : key, strict);
    }

    @Override
    public String typeName() {
        return "LabelsProvider";
    }

    @Override
    public String objectName() {
        return "subst_template.LabelsProvider object";
    }

    @Override
    public void repr(Printer out) {
        out.instance(this, "subst_template.LabelsProvider");
    }

    @Override
    public void print(Printer out) {
        String name = Strings.of(path);
        if (!Truth.of(path)) {
            throw missing("No label specified in path '" + name + "'");
        }
        Data value = Strings.is(path) ? labels.member(name) : null;
        if (value == null && strict) {
            throw missing("Label '" + name + "' not found in labels");
        }
        if (value != null && !value.isNull()) {
            out.append(Strings.of(Conversion.of(value)));
        }
    }

    private static Fault missing(String message) {
        return new Fault(FaultKind.KEY, Printer.reprOf(message));
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return name.startsWith("_") ? null : longer(name);
    }

    @Override
    public Object item(Object key, Interpreter runtime) {
        return longer(key);
    }

    /** The sandbox asks a label whether it is unsafe to call, and takes the longer path that it gets for a yes. */
    @Override
    public Object call(Interpreter runtime, Args args) {
        throw new Fault(FaultKind.SECURITY, Printer.reprOf(this) + " is not safely callable");
    }
}
