package dev.konflux.release.examples.rehearsal;

import java.util.ArrayList;
import java.util.List;

/** Writes sections for people: a heading, then rows, tables aligned. */
final class SectionPrinter {

    private static final String MARGIN = "  ";
    private static final String GAP = "  ";

    private final boolean coloured;

    SectionPrinter(boolean coloured) {
        this.coloured = coloured;
    }

    String print(List<Section> sections) {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (Section section : sections) {
            out.append(number == 1 ? "" : "\n");
            out.append(paint(Cell.strong(number + ". " + section.title()))).append('\n');
            appendRows(section.rows(), out);
            number++;
        }
        return out.toString();
    }

    private void appendRows(List<List<Cell>> rows, StringBuilder out) {
        List<List<Cell>> table = new ArrayList<>();
        for (List<Cell> row : rows) {
            if (!table.isEmpty() && table.get(0).size() != row.size()) {
                appendTable(table, out);
                table.clear();
            }
            table.add(row);
        }
        appendTable(table, out);
    }

    private void appendTable(List<List<Cell>> table, StringBuilder out) {
        for (List<Cell> row : table) {
            out.append(MARGIN);
            for (int column = 0; column < row.size(); column++) {
                Cell cell = row.get(column);
                out.append(paint(cell));
                if (column < row.size() - 1) {
                    out.append(" ".repeat(width(table, column) - length(cell))).append(GAP);
                }
            }
            out.append('\n');
        }
    }

    private static int width(List<List<Cell>> table, int column) {
        return table.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(Cell cell) {
        return cell.text().codePointCount(0, cell.text().length());
    }

    private String paint(Cell cell) {
        return coloured ? cell.style().paint(cell.text()) : cell.text();
    }
}
