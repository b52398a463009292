package dev.konflux.release.notes.jinja.value;

import org.jspecify.annotations.Nullable;

/** Gives nothing at the first call and its separator at all later ones. */
public final class Joiner extends PyObject {

    private static final Signature SIGNATURE = Signature.of("Joiner.__init__(self | sep=)");

    private static final Signature CALL = Signature.of("Joiner.__call__(self |)");

    private final Object separator;
    private boolean used;

    private Joiner(Object separator) {
        this.separator = separator;
    }

    /** A joiner from the arguments of its call. */
    public static Joiner of(Args args) {
        return new Joiner(SIGNATURE.bind(args).get(0, ", "));
    }

    @Override
    public String typeName() {
        return "Joiner";
    }

    @Override
    public String objectName() {
        return "jinja2.utils.Joiner object";
    }

    @Override
    public void repr(Printer out) {
        out.instance(this, "jinja2.utils.Joiner");
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return switch (name) {
            case "sep" -> separator;
            case "used" -> used;
            default -> null;
        };
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Object call(Interpreter runtime, Args args) {
        CALL.bind(args);
        Object given = used ? separator : "";
        used = true;
        return given;
    }
}
