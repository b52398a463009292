package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.TemplateModule;
import dev.konflux.release.notes.jinja.run.TemplateReference;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.Strings;
import java.util.Map;

/** Binds some of another template's exports. */
final class FromImportExec extends Exec {

    private final Stmt.FromImport node;
    private final Eval source;
    private final InheritanceCompiler.Locals locals;
    private final Map<Stmt.Alias, Loads.Place> places;
    private final boolean topLevel;

    FromImportExec(
            String template,
            Stmt.FromImport node,
            Eval source,
            InheritanceCompiler.Locals locals,
            Map<Stmt.Alias, Loads.Place> places,
            boolean topLevel) {
        super(template, node);
        this.node = node;
        this.source = source;
        this.locals = locals;
        this.places = places;
        this.topLevel = topLevel;
    }

    @Override
    protected Flow run(Frame frame) {
        TemplateModule module = ImportExec.module(frame, source, node.withContext(), locals);
        places.forEach((alias, place) -> {
            Object export = module.export(alias.name());
            Object value = export == null ? missing(frame, module, alias.name()) : export;
            place.write(frame, value);
            if (topLevel) {
                frame.context().put(alias.as(), value);
                frame.context().hide(alias.as());
            }
        });
        return Flow.NEXT;
    }

    private Object missing(Frame frame, TemplateModule module, String name) {
        boolean unnamed = template().equals(TemplateReference.UNNAMED);
        String place = "line " + node.line() + (unnamed ? "" : " in " + Printer.reprOf(template()));
        Object moduleName = module.attribute("__name__", frame.context());
        String shown = Printer.reprOf(moduleName == null ? "" : Strings.of(moduleName));
        String hint = "the template " + shown + " (imported on " + place + ") does not export the requested name "
                + Printer.reprOf(name);
        return frame.context().undefined(hint, name);
    }
}
