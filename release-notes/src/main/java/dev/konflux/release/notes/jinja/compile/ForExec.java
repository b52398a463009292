package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.LoopContext;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.Iteration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A loop. */
final class ForExec extends Exec {

    /** What is done for each item. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; arrays are walked fastest.
    record Turns(Target target, int loopSlot, Loads loads, Exec[] body) {

        Flow run(Frame frame, Object item) {
            frame.budget().step();
            target.assign(frame, item);
            loads.enter(frame);
            return Exec.all(body, frame);
        }
    }

    /** What is done when no turn came to its end. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; arrays are walked fastest.
    record Otherwise(Loads loads, Exec[] body) {}

    private final Eval items;
    private final @Nullable LoopFilter filter;
    private final Turns turns;
    private final @Nullable Otherwise otherwise;

    ForExec(
            String template,
            Tree node,
            Eval items,
            @Nullable LoopFilter filter,
            Turns turns,
            @Nullable Otherwise otherwise) {
        super(template, node);
        this.items = items;
        this.filter = filter;
        this.turns = turns;
        this.otherwise = otherwise;
    }

    @Override
    protected Flow run(Frame frame) {
        return iterate(frame, items.eval(frame), null, 0);
    }

    Flow iterate(Frame frame, Object source, LoopContext.@Nullable Recursion recursion, int depth) {
        Object shown = filter == null ? source : filter.over(frame, source);
        boolean completed = turns.loopSlot() < 0 ? plain(frame, shown) : extended(frame, shown, recursion, depth);
        if (completed || otherwise == null) {
            return Flow.NEXT;
        }
        otherwise.loads().enter(frame);
        return Exec.all(otherwise.body(), frame);
    }

    // A turn that was left by break or continue does not count for the else branch, as in Jinja2.
    private boolean plain(Frame frame, Object source) {
        boolean completed = false;
        Iterator<Object> iterator = Iteration.of(source);
        while (iterator.hasNext()) {
            Flow flow = turns.run(frame, iterator.next());
            if (flow == Flow.BREAK) {
                break;
            }
            completed |= flow == Flow.NEXT;
        }
        return completed;
    }

    private boolean extended(Frame frame, Object source, LoopContext.@Nullable Recursion recursion, int depth) {
        boolean completed = false;
        LoopContext loop = new LoopContext(source, frame.context(), recursion, depth);
        for (Object item = loop.advance(); item != null; item = loop.advance()) {
            frame.set(turns.loopSlot(), loop);
            Flow flow = turns.run(frame, item);
            if (flow == Flow.BREAK) {
                break;
            }
            completed |= flow == Flow.NEXT;
        }
        return completed;
    }
}
