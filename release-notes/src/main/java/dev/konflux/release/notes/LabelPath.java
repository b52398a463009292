package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Conversion;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.Strings;
import org.jspecify.annotations.Nullable;

/** The {@code labels} of label substitution: attributes and items make the path longer, printing looks it up. */
final class LabelPath extends PyObject {

    private final DataObject labels;
    private final String path;
    private final boolean strict;

    private LabelPath(DataObject labels, String path, boolean strict) {
        this.labels = labels;
        this.path = path;
        this.strict = strict;
    }

    static LabelPath of(DataObject inputs, boolean strict) {
        return new LabelPath(inputs.findObject("labels").orElse(DataObject.empty()), "", strict);
    }

    private LabelPath longer(String name) {
        return new LabelPath(labels, path.isEmpty() ? name : path + "." + name, strict);
    }

    @Override
    public String typeName() {
        return "LabelsProvider";
    }

    @Override
    public void repr(Printer out) {
        out.append("<LabelsProvider object>");
    }

    @Override
    public void print(Printer out) {
        if (path.isEmpty()) {
            throw missing("No label specified in path ''");
        }
        Data value = labels.member(path);
        if (value == null && strict) {
            throw missing("Label '" + path + "' not found in labels");
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
        return longer(Strings.of(key));
    }
}
