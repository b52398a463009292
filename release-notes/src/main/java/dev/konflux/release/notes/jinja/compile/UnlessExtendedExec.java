package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.tree.Tree;

/** Runs a statement only while no extends tag has run. */
final class UnlessExtendedExec extends Exec {

    private final Exec inner;

    UnlessExtendedExec(String template, Tree node, Exec inner) {
        super(template, node);
        this.inner = inner;
    }

    @Override
    protected Flow run(Frame frame) {
        return frame.parent() == null ? inner.exec(frame) : Flow.NEXT;
    }
}
