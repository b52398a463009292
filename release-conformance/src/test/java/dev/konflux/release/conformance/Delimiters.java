package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tags, expressions and comments of a template stand between. */
final class Delimiters {

    private static final List<String> OPTIONS = List.of(
            "block_start_string",
            "block_end_string",
            "variable_start_string",
            "variable_end_string",
            "comment_start_string",
            "comment_end_string");
    private static final String[] USUAL = {"{%", "%}", "{{", "}}", "{#", "#}"};
    private static final String[][] OTHERS = {
        {"<%", "%>", "${", "}", "<%#", "%>"},
        {"<?", "?>", "<?=", "?>", "<!--", "-->"},
        {"<!--", "-->", "{", "}", "<!--#", "-->"},
        {"[%", "%]", "[[", "]]", "[#", "#]"},
    };

    private final String[] marks;

    private Delimiters(String... marks) {
        this.marks = marks;
    }

    /** Mostly the usual ones. */
    static Delimiters any(Choice choice) {
        return new Delimiters(choice.percent(93) ? USUAL : OTHERS[choice.below(OTHERS.length)]);
    }

    /** The options of an environment with them. */
    Map<String, Data> options() {
        Map<String, Data> options = new LinkedHashMap<>();
        for (int i = 0; i < marks.length; i++) {
            if (!marks[i].equals(USUAL[i])) {
                options.put(OPTIONS.get(i), Data.of(marks[i]));
            }
        }
        return options;
    }

    /** A template that was written with the usual ones. */
    String apply(String source) {
        String text = source;
        for (int i = 0; i < marks.length; i++) {
            text = text.replace(USUAL[i], marks[i]);
        }
        return text;
    }
}
