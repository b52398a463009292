package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Output;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.Markup;

/** A loop whose body can be rendered again for inner items. */
final class RecursiveForExec extends Exec {

    private final Tree node;
    private final Tree end;
    private final Eval items;
    private final ForExec loop;
    private final int slots;
    private final boolean escaping;
    private final boolean escapingUnknown;

    RecursiveForExec(
            String template, Tree node, Tree end, Eval items, ForExec loop, int slots, Scope.Escaping escaping) {
        super(template, node);
        this.node = node;
        this.end = end;
        this.items = items;
        this.loop = loop;
        this.slots = slots;
        this.escaping = escaping.on;
        this.escapingUnknown = escaping.unknown;
    }

    @Override
    protected Flow run(Frame frame) {
        frame.output().add(render(frame, items.eval(frame), 0));
        frame.budget().output(frame.out().length());
        return Flow.NEXT;
    }

    private Object render(Frame outer, Object source, int depth) {
        Frame frame = new Frame(outer, slots, new Output());
        frame.budget().enter();
        try {
            loop.iterate(frame, source, (inner, level) -> render(outer, inner, level), depth);
        } catch (Fault fault) {
            throw fault.at(template(), node.line(), node.offset());
        }
        frame.budget().leave();
        String text = joined(frame.output());
        frame.budget().text(text.length());
        boolean safe = escapingUnknown ? frame.context().autoescape() : escaping;
        return safe ? new Markup(text) : text;
    }

    private String joined(Output output) {
        try {
            return output.joined();
        } catch (Fault fault) {
            throw fault.at(template(), end.line(), end.offset());
        }
    }
}
