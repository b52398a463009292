package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import dev.konflux.release.notes.jinja.run.Context;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.TemplateModule;
import dev.konflux.release.notes.jinja.tree.Stmt;

/** Binds another template's exports to one name. */
final class ImportExec extends Exec {

    private final Eval source;
    private final InheritanceCompiler.Locals locals;
    private final Loads.Place place;
    private final String target;
    private final boolean withContext;
    private final boolean topLevel;

    ImportExec(
            String template,
            Stmt.Import node,
            Eval source,
            InheritanceCompiler.Locals locals,
            Loads.Place place,
            boolean topLevel) {
        super(template, node);
        this.source = source;
        this.locals = locals;
        this.place = place;
        this.target = node.target();
        this.withContext = node.withContext();
        this.topLevel = topLevel;
    }

    @Override
    protected Flow run(Frame frame) {
        TemplateModule module = module(frame, source, withContext, locals);
        place.write(frame, module);
        if (topLevel) {
            frame.context().put(target, module);
            frame.context().hide(target);
        }
        return Flow.NEXT;
    }

    static TemplateModule module(Frame frame, Eval source, boolean withContext, InheritanceCompiler.Locals locals) {
        Context context = frame.context();
        CompiledTemplate imported = context.render().templates().get(source.eval(frame));
        if (withContext) {
            return TemplateModule.of(context.render().shared(imported, locals.withContext(frame)), imported);
        }
        return context.render().module(imported);
    }
}
