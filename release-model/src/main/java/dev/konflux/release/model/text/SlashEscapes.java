package dev.konflux.release.model.text;

import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Both readers know JSON's escape {@code \/}; the parser in use does not. */
final class SlashEscapes {

    /** How often one document is read again; it takes one time a quoted text, and one for all of JSON. */
    static final int MOST = 100;

    private SlashEscapes() {}

    /** The text with plain slashes for the refused escapes; the same text when it was refused for something else. */
    static String plain(String text, YAMLException refusal) {
        if (!(refusal instanceof MarkedYAMLException marked)
                || !String.valueOf(marked.getProblem()).startsWith("found unknown escape character /")) {
            return text;
        }
        int slash = text.offsetByCodePoints(0, marked.getProblemMark().getIndex());
        boolean json =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        StringBuilder changed = new StringBuilder(text.length());
        int from = json ? 0 : Math.max(0, slash - 1);
        changed.append(text, 0, from);
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && !json) {
                break;
            }
            if (c == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(at + 1);
                changed.append(escaped == '/' ? "/" : text.substring(at, at + 2));
                at += 2;
            } else {
                changed.append(c);
                at++;
            }
        }
        return changed.append(text, at, text.length()).toString();
    }
}
