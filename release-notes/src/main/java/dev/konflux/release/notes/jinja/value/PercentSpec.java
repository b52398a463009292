package dev.konflux.release.notes.jinja.value;

/** What stands between a percent sign and its letter. */
record PercentSpec(char type, String flags, int width, boolean left, int precision) {
    boolean isText() {
        return "crsa".indexOf(type) >= 0;
    }

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    /** The text filled up with blanks. */
    String padded(String text) {
        int missing = width - Strings.length(text);
        if (missing <= 0) {
            return text;
        }
        return left ? text + " ".repeat(missing) : " ".repeat(missing) + text;
    }
}
