package dev.konflux.release.examples.rehearsal;

/** How a piece of text looks on a terminal. */
enum Style {
    PLAIN(""),
    STRONG("1"),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text wrapped in the terminal's escape codes. */
    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
