package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.Output;
import dev.konflux.release.notes.jinja.value.Markup;
import org.jspecify.annotations.Nullable;

/** Runs statements with their text caught, and filters the text. */
final class Capture {

    private final Loads loads;
    private final Exec[] body;
    private final @Nullable Eval filter;
    private final boolean escaping;
    private final boolean escapingUnknown;

    Capture(Loads loads, Exec[] body, @Nullable Eval filter, boolean escaping, boolean escapingUnknown) {
        this.loads = loads;
        this.body = body;
        this.filter = filter;
        this.escaping = escaping;
        this.escapingUnknown = escapingUnknown;
    }

    /** Runs the statements; the text is taken with {@link #result} while the output is still redirected. */
    Flow run(Frame frame, Output caught) {
        loads.enter(frame);
        Output before = frame.redirect(caught);
        Flow flow = Exec.all(body, frame);
        frame.redirect(before);
        return flow;
    }

    /** The text after the filter. */
    Object result(Frame frame, Output caught) {
        frame.budget().text(caught.text().length());
        if (filter == null) {
            return caught.joined();
        }
        Output before = frame.redirect(caught);
        Object result = filter.eval(frame);
        frame.redirect(before);
        return result;
    }

    /** Whether the caught text counts as safe when a filter reads it. */
    static Object caught(Frame frame, boolean safe) {
        String text = frame.output().joined();
        return safe ? new Markup(text) : text;
    }

    boolean isSafe(Frame frame) {
        return escapingUnknown ? frame.context().autoescape() : escaping;
    }
}
