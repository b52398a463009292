package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.tree.Tree;

/** A compiled statement. It notes its place in faults that know none yet. */
public abstract class Exec {

    private final String template;
    private final int line;
    private final int offset;

    /** A statement at the place of a node. */
    protected Exec(String template, Tree node) {
        this.template = template;
        this.line = node.line();
        this.offset = node.offset();
    }

    /** Runs the statement. */
    public final Flow exec(Frame frame) {
        try {
            return run(frame);
        } catch (Fault fault) {
            throw fault.at(template, line, offset);
        }
    }

    /** The name of the template it belongs to. */
    protected final String template() {
        return template;
    }

    /** What the statement does. */
    protected abstract Flow run(Frame frame);

    /** Runs statements in a row until one of them leaves the row. */
    public static Flow all(Exec[] statements, Frame frame) {
        for (Exec statement : statements) {
            Flow flow = statement.exec(frame);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }
}
