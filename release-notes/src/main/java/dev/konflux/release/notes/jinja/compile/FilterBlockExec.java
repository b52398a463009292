package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
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
        StringBuilder text = new StringBuilder();
        Flow flow = capture.run(frame, text);
        if (flow == Flow.NEXT) {
            OutputExec.unconverted(frame, capture.result(frame, text));
        }
        return flow;
    }
}
