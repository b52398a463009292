package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.Namespace;
import java.util.List;

/** Assigns a value; at the top level also for blocks and importing templates to see. */
final class AssignExec extends Exec {

    /** A name of the top level and its variable. */
    record Export(String name, Loads.Place place) {}

    private final Tree before;
    private final List<Loads.Place> namespaces;
    private final Target target;
    private final Eval value;
    private final List<Export> exports;

    /** An assignment; a target that is no namespace is blamed on what stands before it. */
    AssignExec(
            String template,
            Tree node,
            Tree before,
            List<Loads.Place> namespaces,
            Target target,
            Eval value,
            List<Export> exports) {
        super(template, node);
        this.before = before;
        this.namespaces = namespaces;
        this.target = target;
        this.value = value;
        this.exports = exports;
    }

    @Override
    protected Flow run(Frame frame) {
        for (Loads.Place place : namespaces) {
            if (!(place.read(frame) instanceof Namespace)) {
                throw Fault.runtime("cannot assign attribute on non-namespace object")
                        .at(template(), before.line(), before.offset());
            }
        }
        target.assign(frame, value.eval(frame));
        export(exports, frame);
        return Flow.NEXT;
    }

    static void export(List<Export> exports, Frame frame) {
        for (Export export : exports) {
            Object value = export.place().read(frame);
            if (value != null) {
                frame.context().put(export.name(), value);
                frame.context().export(export.name());
            }
        }
    }
}
