package dev.konflux.release.model.admission;

import java.util.regex.Pattern;

/**
 * A regular expression of the cluster. The text is kept for messages; matching uses a translation in which {@code $} means the very end and
 * repeated groups do not give back what they took, so that matching time and depth do not grow with the text.
 */
final class TextPattern {

    private final String text;
    private final Pattern pattern;

    private TextPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static TextPattern of(String text) {
        String translated = text.replace("$", "\\z")
                .replaceAll("\\((?!\\?)", "(?:")
                .replace(")*", ")*+")
                .replace("){2,}", "){2,}+");
        return new TextPattern(text, Pattern.compile(translated));
    }

    String text() {
        return text;
    }

    boolean isFoundIn(String value) {
        return pattern.matcher(value).find();
    }
}
