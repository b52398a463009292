package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.tree.Tree;
import dev.konflux.release.notes.jinja.value.Generator;
import dev.konflux.release.notes.jinja.value.Iteration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The {@code if} of a loop: lets through the items it holds for, one by one. */
final class LoopFilter {

    private final String template;
    private final Tree node;
    private final Loads loads;
    private final Target target;
    private final Eval test;

    LoopFilter(String template, Tree node, Loads loads, Target target, Eval test) {
        this.template = template;
        this.node = node;
        this.loads = loads;
        this.target = target;
        this.test = test;
    }

    Object over(Frame frame, Object items) {
        Iterator<Object> source = Iteration.of(items);
        boolean[] entered = new boolean[1];
        return Generator.of("loop_filter", () -> {
            try {
                if (!entered[0]) {
                    entered[0] = true;
                    loads.enter(frame);
                }
                return next(frame, source);
            } catch (Fault fault) {
                throw fault.at(template, node.line(), node.offset());
            }
        });
    }

    private @Nullable Object next(Frame frame, Iterator<Object> source) {
        while (source.hasNext()) {
            Object item = source.next();
            frame.budget().step();
            target.assign(frame, item);
            if (test.test(frame)) {
                return item;
            }
        }
        return null;
    }
}
