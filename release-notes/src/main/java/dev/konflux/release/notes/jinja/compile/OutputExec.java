package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.Printer;

/** Writes text and values. */
final class OutputExec extends Exec {

    /** One thing to write, with its place. */
    record Part(Tree node, Writer writer) {}

    /** Writes into a frame's output. */
    @FunctionalInterface
    interface Writer {
        void write(Frame frame);
    }

    private final Part[] parts;
    private final int joined;

    /** Parts, and what number of parts they are for Python, which joins constants before. */
    OutputExec(String template, Tree node, Part[] parts, int joined) {
        super(template, node);
        this.parts = parts;
        this.joined = joined;
    }

    static Part text(Expr node, String text) {
        return new Part(node, frame -> frame.out().append(text));
    }

    /** Text that needs no escaping, where it is asked all the same. */
    static Part safe(Expr node, String text) {
        return new Part(node, frame -> {
            frame.context().autoescape();
            frame.out().append(text);
        });
    }

    static Part value(Expr node, Eval value, Scope.Escaping escaping) {
        if (escaping.unknown) {
            return new Part(node, frame -> {
                // Python chooses the function to call before it works out what to call it with.
                if (frame.context().autoescape()) {
                    escaped(frame, value.eval(frame));
                } else {
                    plain(frame, value.eval(frame));
                }
            });
        }
        return new Part(
                node,
                escaping.on ? frame -> escaped(frame, value.eval(frame)) : frame -> plain(frame, value.eval(frame)));
    }

    private static void escaped(Frame frame, Object value) {
        frame.out().append(frame.context().escaped(value).text());
        frame.budget().output(frame.out().length());
    }

    private static void plain(Frame frame, Object value) {
        StringBuilder out = frame.out();
        if (value instanceof String text) {
            out.append(text);
        } else if (value instanceof Long number) {
            out.append(number.longValue());
        } else {
            new Printer(out, frame.budget()).str(value);
        }
        frame.budget().output(out.length());
    }

    @Override
    protected Flow run(Frame frame) {
        int at = 0;
        try {
            for (; at < parts.length; at++) {
                parts[at].writer().write(frame);
            }
        } catch (Fault fault) {
            Tree node = parts[at].node();
            throw fault.at(template(), node.line(), node.offset());
        }
        frame.output().count(joined);
        frame.budget().output(frame.out().length());
        return Flow.NEXT;
    }
}
