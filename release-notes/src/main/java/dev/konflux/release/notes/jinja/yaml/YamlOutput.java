package dev.konflux.release.notes.jinja.yaml;

import dev.konflux.release.notes.jinja.fault.Fault;

/** The text written so far and where its end is. */
final class YamlOutput {

    private final long longest;
    private final StringBuilder out = new StringBuilder();
    private int column;
    boolean whitespace = true;
    boolean indention = true;
    boolean openEnded;
    int indent = -1;

    YamlOutput(long longest) {
        this.longest = longest;
    }

    int column() {
        return column;
    }

    void write(String text) {
        write(text, 0, text.length());
    }

    /** Writes a part of a text. */
    void write(String text, int from, int end) {
        out.append(text, from, end);
        column += text.codePointCount(from, end);
        if (out.length() > longest) {
            throw Fault.limit("a YAML text of more than " + longest + " characters");
        }
    }

    void indicator(String text, boolean needSpace, boolean spaceAfter, boolean keepIndention) {
        if (needSpace && !whitespace) {
            write(" ");
        }
        write(text);
        whitespace = spaceAfter;
        indention = indention && keepIndention;
        openEnded = false;
    }

    void indicator(String text, boolean needSpace) {
        indicator(text, needSpace, false, false);
    }

    void indent() {
        int wanted = Math.max(0, indent);
        if (!indention || column > wanted || (column == wanted && !whitespace)) {
            lineBreak("\n");
        }
        if (column < wanted) {
            whitespace = true;
            out.append(" ".repeat(wanted - column));
            column = wanted;
        }
    }

    void lineBreak(String text) {
        whitespace = true;
        indention = true;
        column = 0;
        out.append(text);
    }

    /** Writes line breaks; a first newline counts twice because one of them folds. */
    void breaks(String text) {
        if (text.charAt(0) == '\n') {
            lineBreak("\n");
        }
        for (int i = 0; i < text.length(); i++) {
            lineBreak(text.substring(i, i + 1));
        }
        indent();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
