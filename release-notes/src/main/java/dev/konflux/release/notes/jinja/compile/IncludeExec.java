package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import dev.konflux.release.notes.jinja.run.Context;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Render;
import dev.konflux.release.notes.jinja.tree.Stmt;
import org.jspecify.annotations.Nullable;

/** Renders another template in place. */
final class IncludeExec extends Exec {

    private final Eval source;
    private final InheritanceCompiler.Locals locals;
    private final boolean withContext;
    private final boolean ignoreMissing;

    IncludeExec(String template, Stmt.Include node, Eval source, InheritanceCompiler.Locals locals) {
        super(template, node);
        this.source = source;
        this.locals = locals;
        this.withContext = node.withContext();
        this.ignoreMissing = node.ignoreMissing();
    }

    @Override
    protected Flow run(Frame frame) {
        Context context = frame.context();
        Render render = context.render();
        CompiledTemplate included = find(frame, render, context);
        if (included == null) {
            return Flow.NEXT;
        }
        if (withContext) {
            included.render(render.shared(included, locals.withContext(frame)), frame.output());
        } else {
            // Jinja2 hands this text on at once, past a set or filter block that catches text.
            frame.uncaught().addAll(render.module(included).output());
        }
        frame.budget().output(frame.out().length());
        frame.budget().output(frame.uncaught().text().length());
        return Flow.NEXT;
    }

    private @Nullable CompiledTemplate find(Frame frame, Render render, Context context) {
        try {
            return render.templates().getOrSelect(source.eval(frame), context);
        } catch (Fault fault) {
            if (ignoreMissing && fault.kind().isA(FaultKind.NOT_FOUND)) {
                return null;
            }
            throw fault;
        }
    }
}
