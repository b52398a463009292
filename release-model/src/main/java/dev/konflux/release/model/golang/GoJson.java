package dev.konflux.release.model.golang;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.JsonText;

/** JSON as Go's encoder writes it: with the characters of HTML escaped. */
public final class GoJson {

    private static final JsonText IN_ORDER = JsonText.compact();
    private static final JsonText SORTED = IN_ORDER.sortedNames();

    private GoJson() {}

    /** Writes maps, whose names are sorted. */
    public static String write(Data value) {
        return escaped(SORTED.write(value));
    }

    /** Writes structs, whose names keep their order. */
    public static String writeInOrder(Data value) {
        return escaped(IN_ORDER.write(value));
    }

    private static String escaped(String text) {
        return text.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
