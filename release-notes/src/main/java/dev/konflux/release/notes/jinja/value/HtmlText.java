package dev.konflux.release.notes.jinja.value;

import java.util.Map;

/** Text taken out of HTML. */
public final class HtmlText {

    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "copy", "\u00a9", "raquo",
            "\u00bb", "laquo", "\u00ab", "hellip", "\u2026");

    private HtmlText() {}

    /** Without tags and comments, white space as single blanks, entities resolved. */
    public static String stripTags(String html) {
        String value = without(without(html, "<!--", "-->"), "<", ">");
        StringBuilder words = new StringBuilder();
        for (String word : StringParts.words(value, -1)) {
            words.append(words.length() == 0 ? "" : " ").append(word);
        }
        return unescape(words.toString());
    }

    private static String without(String text, String open, String close) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int start = text.indexOf(open, at);
            int end = start < 0 ? -1 : text.indexOf(close, start);
            if (end < 0) {
                return out.append(text, at, text.length()).toString();
            }
            out.append(text, at, start);
            at = end + close.length();
        }
    }

    /** Entities resolved. */
    public static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
            String resolved = end < 0 || end - at > 32 ? null : entity(text.substring(at + 1, end));
            if (resolved == null) {
                out.append(text.charAt(at++));
            } else {
                out.append(resolved);
                at = end + 1;
            }
        }
        return out.toString();
    }

    private static @org.jspecify.annotations.Nullable String entity(String name) {
        if (!name.startsWith("#") || name.length() < 2) {
            return NAMED.get(name);
        }
        try {
            boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
            int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
