package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.tree.Tree;

/** Writes a value as it is, never escaped. */
final class EmitExec extends Exec {

    private final Eval value;

    EmitExec(String template, Tree node, Eval value) {
        super(template, node);
        this.value = value;
    }

    @Override
    protected Flow run(Frame frame) {
        frame.output().add(value.eval(frame));
        frame.budget().output(frame.out().length());
        return Flow.NEXT;
    }
}
