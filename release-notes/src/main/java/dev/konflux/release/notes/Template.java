package dev.konflux.release.notes;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import java.util.Set;

/** A parsed template. Immutable: parse once, render often, from any thread. */
public final class Template {

    private final NotesRenderer renderer;
    private final CompiledTemplate compiled;

    Template(NotesRenderer renderer, CompiledTemplate compiled) {
        this.renderer = renderer;
        this.compiled = compiled;
    }

    /** Its name. */
    public String name() {
        return compiled.name();
    }

    /**
     * The text for a document's members as variables.
     *
     * @throws TemplateException when the template fails or goes over a limit
     */
    public String render(DataObject document) {
        return render(TemplateData.of(document));
    }

    /**
     * The text for variables.
     *
     * @throws TemplateException when the template fails or goes over a limit
     */
    public String render(TemplateData data) {
        return renderer.render(compiled, data);
    }

    /** The names it reads from outside: neither set by itself nor functions of the renderer. Sorted. */
    public Set<String> undefinedVariables() {
        return renderer.names(compiled).undefined();
    }

    /** All names of variables it reads, also those it sets itself. Sorted. */
    public Set<String> usedVariables() {
        return renderer.names(compiled).used();
    }
}
