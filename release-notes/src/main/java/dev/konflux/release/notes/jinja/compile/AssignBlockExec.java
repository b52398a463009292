package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Output;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.Strings;
import java.util.List;

/** Assigns the text of its body. */
final class AssignBlockExec extends Exec {

    private final Capture capture;
    private final Target target;
    private final List<AssignExec.Export> exports;

    AssignBlockExec(String template, Tree node, Capture capture, Target target, List<AssignExec.Export> exports) {
        super(template, node);
        this.capture = capture;
        this.target = target;
        this.exports = exports;
    }

    @Override
    protected Flow run(Frame frame) {
        Output caught = new Output();
        Flow flow = capture.run(frame, caught);
        if (flow != Flow.NEXT) {
            return flow;
        }
        Object result = capture.result(frame, caught);
        target.assign(frame, frame.context().autoescape() ? new Markup(Strings.of(result)) : result);
        AssignExec.export(exports, frame);
        return Flow.NEXT;
    }
}
