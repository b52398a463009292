package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.value.Budget;
import org.jspecify.annotations.Nullable;

/** The variables of one running function (template body, block, macro, recursive loop) and where its text goes. */
public final class Frame {

    private final Context context;
    private final Budget budget;
    private final @Nullable Object[] slots;
    private final @Nullable Frame outer;
    private final Frame root;
    private final Output uncaught;
    private Output output;
    private StringBuilder out;
    private @Nullable CompiledTemplate parent;

    /** A frame of its own. */
    public Frame(Context context, int slots, Output output) {
        this.context = context;
        this.budget = context.budget();
        this.slots = new @Nullable Object[slots];
        this.outer = null;
        this.root = this;
        this.uncaught = output;
        this.output = output;
        this.out = output.text();
    }

    /** A frame inside another one, whose variables it sees. */
    public Frame(Frame outer, int slots, Output output) {
        this.context = outer.context;
        this.budget = outer.budget;
        this.slots = new @Nullable Object[slots];
        this.outer = outer;
        this.root = outer.root;
        this.uncaught = output;
        this.output = output;
        this.out = output.text();
    }

    /** The context of the template. */
    public Context context() {
        return context;
    }

    /** What may still be used up. */
    public Budget budget() {
        return budget;
    }

    /** A variable of this function; null while it is missing. */
    public @Nullable Object get(int slot) {
        return slots[slot];
    }

    /** Sets a variable of this function. */
    public void set(int slot, @Nullable Object value) {
        slots[slot] = value;
    }

    /** The frame so many functions further out. */
    public Frame outer(int depth) {
        Frame frame = this;
        for (int i = 0; i < depth && frame.outer != null; i++) {
            frame = frame.outer;
        }
        return frame;
    }

    /** Where text goes. */
    public Output output() {
        return output;
    }

    /** The text of the output, which is written to often. */
    public StringBuilder out() {
        return out;
    }

    /** Where text goes when nothing catches it. */
    public Output uncaught() {
        return uncaught;
    }

    /** Sends text elsewhere and tells where it went before. */
    public Output redirect(Output target) {
        Output before = output;
        output = target;
        out = target.text();
        return before;
    }

    /** The parent template of the template body, once an extends tag has run. */
    public @Nullable CompiledTemplate parent() {
        return root.parent;
    }

    /** Notes the parent template. */
    public void extend(CompiledTemplate template) {
        root.parent = template;
    }
}
