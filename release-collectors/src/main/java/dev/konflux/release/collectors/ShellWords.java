package dev.konflux.release.collectors;

import java.util.ArrayList;
import java.util.List;

/** Words as {@code xargs} reads them: quotes and back-slashes are eaten. */
final class ShellWords {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isInWord;

    private ShellWords() {}

    /** The words with one blank between them; empty when a quote is not closed. */
    static String joined(String text) {
        ShellWords reader = new ShellWords();
        return reader.read(text) ? String.join(" ", reader.words) : "";
    }

    private boolean read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                int end = text.indexOf(c, i + 1);
                if (end < 0 || text.substring(i, end).indexOf('\n') >= 0) {
                    return false;
                }
                append(text.substring(i + 1, end));
                i = end;
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                append(text.substring(i, i + 1));
            } else if (c == ' ' || c == '\t' || c == '\n') {
                endWord();
            } else {
                append(text.substring(i, i + 1));
            }
        }
        endWord();
        return true;
    }

    private void append(String part) {
        word.append(part);
        isInWord = true;
    }

    private void endWord() {
        if (isInWord) {
            words.add(word.toString());
            word.setLength(0);
            isInWord = false;
        }
    }
}
