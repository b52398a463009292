package dev.konflux.release.notes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Refuses options that no template could be read with. */
final class Delimiters {

    private Delimiters() {}

    static void check(TemplateOptions options) {
        Map<String, String> delimiters = new LinkedHashMap<>();
        delimiters.put("blockStart", options.blockStart());
        delimiters.put("variableStart", options.variableStart());
        delimiters.put("commentStart", options.commentStart());
        // Jinja2, too, wants the three starts to differ.
        if (Set.copyOf(delimiters.values()).size() < delimiters.size()) {
            throw new IllegalArgumentException(
                    "blockStart, variableStart and commentStart must differ, found " + delimiters);
        }
        delimiters.put("blockEnd", options.blockEnd());
        delimiters.put("variableEnd", options.variableEnd());
        delimiters.put("commentEnd", options.commentEnd());
        options.lineStatementPrefix().ifPresent(prefix -> delimiters.put("lineStatementPrefix", prefix));
        options.lineCommentPrefix().ifPresent(prefix -> delimiters.put("lineCommentPrefix", prefix));
        delimiters.forEach((name, text) -> {
            if (text.isEmpty()) {
                throw new IllegalArgumentException(name + " must not be empty");
            }
        });
    }
}
