package dev.konflux.release.examples.rehearsal;

/**
 * One piece of a row.
 *
 * @param text what it says; control characters are shown as blanks, so that a document cannot steer the terminal
 * @param style how it looks
 */
record Cell(String text, Style style) {

    Cell {
        text = text.replaceAll("\\p{Cntrl}", " ");
    }

    static Cell plain(String text) {
        return new Cell(text, Style.PLAIN);
    }

    static Cell strong(String text) {
        return new Cell(text, Style.STRONG);
    }

    static Cell good(String text) {
        return new Cell(text, Style.GOOD);
    }

    static Cell warning(String text) {
        return new Cell(text, Style.WARNING);
    }

    static Cell bad(String text) {
        return new Cell(text, Style.BAD);
    }

    static Cell faint(String text) {
        return new Cell(text, Style.FAINT);
    }
}
