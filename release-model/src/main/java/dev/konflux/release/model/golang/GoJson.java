package dev.konflux.release.model.golang;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.JsonText;

/** JSON as Go's encoder writes a map: sorted names, and the characters of HTML escaped. */
public final class GoJson {

    private static final JsonText SORTED = JsonText.compact().sortedNames();

    private GoJson() {}

    /** Writes the value. */
    public static String write(Data value) {
        String text = SORTED.write(value);
        return text.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
