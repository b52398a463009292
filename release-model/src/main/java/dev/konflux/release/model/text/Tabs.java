package dev.konflux.release.model.text;

import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The cluster's reader takes tabs between the words of a line for blanks; the parser in use does not. */
final class Tabs {

    /** How often one document is read again; more tabs than that are refused. */
    static final int MOST = 100;

    private Tabs() {}

    /** The text with blanks for the refused tabs; the same text when it was refused for something else or the cluster refuses it, too. */
    static String blanked(String text, YAMLException refusal) {
        if (!(refusal instanceof MarkedYAMLException marked)
                || !String.valueOf(marked.getProblem()).contains("(TAB)")) {
            return text;
        }
        int tab = text.offsetByCodePoints(0, marked.getProblemMark().getIndex());
        if (tab >= text.length() || text.charAt(tab) != '\t' || !isBehindWord(text, tab)) {
            return text;
        }
        int end = tab;
        while (end < text.length() && text.charAt(end) == '\t') {
            end++;
        }
        return text.substring(0, tab) + " ".repeat(end - tab) + text.substring(end);
    }

    /** A tab that indents, also behind the dash of a list, stays wrong. */
    private static boolean isBehindWord(String text, int tab) {
        int before = tab - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && "\n\r-?".indexOf(text.charAt(before)) < 0;
    }
}
