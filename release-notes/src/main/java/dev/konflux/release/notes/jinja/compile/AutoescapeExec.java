package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.tree.Tree;

/** Runs its body with escaping switched on or off. */
final class AutoescapeExec extends Exec {

    private final Loads loads;
    private final Eval enabled;
    private final Exec[] body;

    AutoescapeExec(String template, Tree blamed, Loads loads, Eval enabled, Exec[] body) {
        super(template, blamed);
        this.loads = loads;
        this.enabled = enabled;
        this.body = body;
    }

    @Override
    protected Flow run(Frame frame) {
        loads.enter(frame);
        Object before = frame.context().escape(enabled.eval(frame));
        Flow flow = Exec.all(body, frame);
        frame.context().escape(before);
        return flow;
    }
}
