package dev.konflux.release.notes.jinja.value;

/** Floats as Python's {@code repr()} writes them: the shortest digits that read back as the same number. */
public final class FloatText {

    private static final double PLAIN_BELOW = 1e15;

    private FloatText() {}

    /** The text of a float. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        // Most floats of a template are whole, and need no search for the shortest digits.
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_BELOW) {
            String whole = Long.toString((long) value) + ".0";
            return value == 0 && 1 / value < 0 ? "-" + whole : whole;
        }
        return dev.konflux.release.model.data.FloatText.PYTHON.write(value);
    }
}
