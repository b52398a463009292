package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An imported template: its text and what it exports. */
public final class TemplateModule extends PyObject {

    private final String name;
    private final Output output;
    private final Map<String, Object> exports;

    private TemplateModule(String name, Output output, Map<String, Object> exports) {
        this.name = name;
        this.output = output;
        this.exports = exports;
    }

    /** Runs a template for what it exports. */
    public static TemplateModule of(Context context, CompiledTemplate template) {
        Output out = new Output();
        template.render(context, out);
        return new TemplateModule(template.name(), out, context.exports());
    }

    /** What it wrote. */
    public Output output() {
        return output;
    }

    /** An export, or null. */
    public @Nullable Object export(String export) {
        return exports.get(export);
    }

    @Override
    public String typeName() {
        return "TemplateModule";
    }

    @Override
    public String objectName() {
        return "jinja2.environment.TemplateModule object";
    }

    @Override
    public void repr(Printer out) {
        out.append("<TemplateModule '" + name + "'>");
    }

    @Override
    public void print(Printer out) {
        out.append(output.joined());
    }

    @Override
    public boolean isSafe() {
        return true;
    }

    @Override
    public @Nullable Object attribute(String attribute, Interpreter runtime) {
        return attribute.equals("__name__") ? name : exports.get(attribute);
    }
}
