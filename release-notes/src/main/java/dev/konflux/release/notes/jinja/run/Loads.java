package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.value.PyObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the variables of a scope start with when it is entered. */
public final class Loads {

    /** Where a variable lives: so many functions further out, in that slot. */
    public record Place(int depth, int slot) {

        /** Its value; null while it is missing. */
        public @Nullable Object read(Frame frame) {
            return frame.outer(depth).get(slot);
        }

        /** Sets it. */
        public void write(Frame frame, @Nullable Object value) {
            frame.outer(depth).set(slot, value);
        }
    }

    /** How one variable starts. */
    public interface Start {
        /** The first value; null for missing. */
        @Nullable
        Object value(Frame frame);
    }

    /** One variable and its start. */
    public record Load(int slot, Start start) {}

    private final Load[] loads;

    /** The starts of the variables of a scope in their order. */
    public Loads(List<Load> loads) {
        this.loads = loads.toArray(new Load[0]);
    }

    /** A start with the name looked up in the context. */
    public static Start resolve(String name) {
        return frame -> frame.context().resolve(name);
    }

    /** A start with the value of an outer variable. */
    public static Start alias(Place place) {
        return place::read;
    }

    /** A start as missing. */
    public static Start missing() {
        return frame -> null;
    }

    /** A start with an object made for the context. */
    public static Start made(java.util.function.Function<Context, PyObject> maker) {
        return frame -> maker.apply(frame.context());
    }

    /** These starts and one more, which comes first. */
    public Loads and(Load first) {
        List<Load> all = new java.util.ArrayList<>(List.of(first));
        all.addAll(List.of(loads));
        return new Loads(all);
    }

    /** Gives the variables their first values. */
    public void enter(Frame frame) {
        for (Load load : loads) {
            frame.set(load.slot(), load.start().value(frame));
        }
    }
}
