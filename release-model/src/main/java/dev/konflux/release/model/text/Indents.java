package dev.konflux.release.model.text;

import java.util.Arrays;

/** The columns at which the open block collections began. */
final class Indents {

    private int[] columns = new int[16];
    private int open;

    /** The column of the innermost one; -1 when none is open. */
    int current() {
        return open == 0 ? -1 : columns[open - 1];
    }

    /** Opens a collection if the column lies further in than the innermost one. */
    boolean open(int column) {
        if (current() >= column) {
            return false;
        }
        if (open == columns.length) {
            columns = Arrays.copyOf(columns, open * 2);
        }
        columns[open++] = column;
        return true;
    }

    void close() {
        open--;
    }
}
