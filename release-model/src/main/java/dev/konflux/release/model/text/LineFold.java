package dev.konflux.release.model.text;

/** Blanks and line breaks between the words of a plain or quoted scalar: breaks are folded, and blanks around them go. */
final class LineFold {

    private final YamlText text;
    private final StringBuilder blanks = new StringBuilder();
    private final StringBuilder furtherBreaks = new StringBuilder();
    private final StringBuilder firstBreak = new StringBuilder();
    private boolean broken;

    LineFold(YamlText text) {
        this.text = text;
    }

    boolean hasBreak() {
        return broken;
    }

    /** Takes the blank or break that stands in the text. */
    void take(char c) {
        if (!YamlCharacters.isBreak(c)) {
            if (!broken) {
                blanks.append(c);
            }
            text.skip();
        } else if (broken) {
            text.readBreak(furtherBreaks);
        } else {
            blanks.setLength(0);
            text.readBreak(firstBreak);
            broken = true;
        }
    }

    /** Takes a break that was escaped, which stands for nothing. */
    void takeEscapedBreak() {
        text.skipBreak();
        broken = true;
    }

    /** Writes what the blanks and breaks stand for, and begins anew. */
    void writeTo(StringBuilder out) {
        if (!broken) {
            out.append(blanks);
        } else if (firstBreak.length() == 1 && firstBreak.charAt(0) == '\n') {
            out.append(furtherBreaks.isEmpty() ? " " : furtherBreaks);
        } else {
            out.append(firstBreak).append(furtherBreaks);
        }
        blanks.setLength(0);
        firstBreak.setLength(0);
        furtherBreaks.setLength(0);
        broken = false;
    }
}
