package dev.konflux.release.notes.jinja.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a template or block. Compared by identity, because a block finds itself in the stack of its overrides. */
public final class Code {

    private final String name;
    private int slots;
    private Exec[] body = {};
    private List<Loads> loads = List.of();

    /** Code that is filled later, so that it can refer to itself. */
    public Code(String name) {
        this.name = name;
    }

    /** Fills in what it does. */
    public void fill(int slotCount, Loads frameLoads, Exec[] statements) {
        this.slots = slotCount;
        this.loads = List.of(frameLoads);
        this.body = statements;
    }

    /** How many variables it has. */
    public int slots() {
        return slots;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Runs it in a frame of its own. */
    void run(Frame frame) {
        loads.get(0).enter(frame);
        Exec.all(body, frame);
    }

    /** Runs it as a block of a context. */
    public void runBlock(Context context, Output out) {
        context.budget().enter();
        run(new Frame(context, slots, out));
        context.budget().leave();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
