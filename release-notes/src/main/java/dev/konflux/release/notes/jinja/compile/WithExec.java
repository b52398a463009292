package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;

/** Runs its body with variables of its own. */
final class WithExec extends Exec {

    private final Loads loads;
    private final Target[] targets;
    private final Eval[] values;
    private final Exec[] body;

    WithExec(String template, Tree blamed, Loads loads, List<Target> targets, List<Eval> values, Exec[] body) {
        super(template, blamed);
        this.loads = loads;
        this.targets = targets.toArray(new Target[0]);
        this.values = values.toArray(new Eval[0]);
        this.body = body;
    }

    @Override
    protected Flow run(Frame frame) {
        loads.enter(frame);
        for (int i = 0; i < targets.length; i++) {
            targets[i].assign(frame, values[i].eval(frame));
        }
        return Exec.all(body, frame);
    }
}
