package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;

/** Runs the first branch whose test holds. */
final class IfExec extends Exec {

    /** A test with the statements behind it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; arrays are walked fastest.
    record Branch(Tree node, Eval test, Exec[] body) {}

    private final Branch[] branches;
    private final Exec[] otherwise;

    IfExec(String template, Tree node, List<Branch> branches, Exec[] otherwise) {
        super(template, node);
        this.branches = branches.toArray(new Branch[0]);
        this.otherwise = otherwise;
    }

    @Override
    protected Flow run(Frame frame) {
        for (Branch branch : branches) {
            if (holds(branch, frame)) {
                return Exec.all(branch.body(), frame);
            }
        }
        return Exec.all(otherwise, frame);
    }

    private boolean holds(Branch branch, Frame frame) {
        try {
            return branch.test().test(frame);
        } catch (Fault fault) {
            throw fault.at(template(), branch.node().line(), branch.node().offset());
        }
    }
}
