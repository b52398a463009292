package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Output;
import dev.konflux.release.notes.jinja.tree.Tree;

/** Writes the filtered text of its body. */
final class FilterBlockExec extends Exec {

    private final Capture capture;

    FilterBlockExec(String template, Tree node, Capture capture) {
        super(template, node);
        this.capture = capture;
    }

    @Override
    protected Flow run(Frame frame) {
        Output caught = new Output();
        Flow flow = capture.run(frame, caught);
        if (flow == Flow.NEXT) {
            frame.output().add(capture.result(frame, caught));
            frame.budget().output(frame.out().length());
        }
        return flow;
    }
}
