package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled macro. */
public final class MacroCode {

    /**
     * The parameters of a macro.
     *
     * @param names their names
     * @param slots their variables
     * @param defaults what they are when they are not given; null for an undefined value
     * @param callerSlot the variable of the caller, or -1
     * @param usesCaller whether the body uses a caller that is not among the parameters by position
     * @param kwargsSlot the variable of the further keyword arguments, or -1
     * @param varargsSlot the variable of the further positional arguments, or -1
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; arrays are walked fastest.
    public record Signature(
            List<String> names,
            int[] slots,
            @Nullable Eval[] defaults,
            int callerSlot,
            boolean usesCaller,
            int kwargsSlot,
            int varargsSlot) {}

    private final @Nullable String name;
    private final String template;
    private final Tree node;
    private final Tree end;
    private final Signature signature;
    private final int slots;
    private final Loads loads;
    private final Exec[] body;

    /** The code of a macro that stands at a node; what goes wrong when its text is joined is blamed on its end. */
    public MacroCode(
            @Nullable String name,
            String template,
            Tree node,
            Tree end,
            Signature signature,
            int slots,
            Loads loads,
            Exec[] body) {
        this.name = name;
        this.template = template;
        this.node = node;
        this.end = end;
        this.signature = signature;
        this.slots = slots;
        this.loads = loads;
        this.body = body;
    }

    @Nullable
    String name() {
        return name;
    }

    List<String> parameters() {
        return signature.names();
    }

    int slot(int parameter) {
        return signature.slots()[parameter];
    }

    int callerSlot() {
        return signature.callerSlot();
    }

    boolean usesCaller() {
        return signature.usesCaller();
    }

    int kwargsSlot() {
        return signature.kwargsSlot();
    }

    int varargsSlot() {
        return signature.varargsSlot();
    }

    int slots() {
        return slots;
    }

    String run(Frame frame) {
        try {
            loads.enter(frame);
            fillDefaults(frame);
        } catch (Fault fault) {
            throw fault.at(template, node.line(), node.offset());
        }
        Exec.all(body, frame);
        try {
            return frame.output().joined();
        } catch (Fault fault) {
            throw fault.at(template, end.line(), end.offset());
        }
    }

    private void fillDefaults(Frame frame) {
        for (int i = 0; i < signature.slots().length; i++) {
            int slot = signature.slots()[i];
            if (frame.get(slot) != null) {
                continue;
            }
            Eval fallback = signature.defaults()[i];
            String parameter = signature.names().get(i);
            frame.set(
                    slot,
                    fallback == null
                            ? frame.context().undefined("parameter '" + parameter + "' was not provided", parameter)
                            : fallback.eval(frame));
        }
    }
}
