package dev.konflux.release.model.lint;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.Sources;
import dev.konflux.release.model.data.Position;
import java.util.List;
import java.util.Locale;

/** Findings for people, each with an excerpt of its source. */
final class TextReport {

    private static final int WIDEST = 140;

    private final Sources sources;
    private String source = "";
    private List<String> lines = List.of();

    TextReport(Sources sources) {
        this.sources = sources;
    }

    String write(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            out.append(finding.headline()).append('\n');
            excerpt(finding.position(), out);
            if (!finding.hint().isEmpty()) {
                out.append("  hint: ").append(finding.hint()).append('\n');
            }
        }
        return out.append(summary(findings)).append('\n').toString();
    }

    private void excerpt(Position position, StringBuilder out) {
        if (!position.isKnown()) {
            return;
        }
        if (!position.source().equals(source)) {
            source = position.source();
            lines = sources.lines(source);
        }
        if (position.line() > lines.size()) {
            return;
        }
        String line = visible(lines.get(position.line() - 1));
        int column = Math.max(1, position.column());
        int start = column > WIDEST ? column - WIDEST / 2 : 0;
        String shown = line.substring(Math.min(start, line.length()), Math.min(line.length(), start + WIDEST));
        String gutter = String.format(Locale.ROOT, "%5d | ", position.line());
        out.append(gutter).append(shown).append('\n');
        out.append("      | ").append(" ".repeat(column - 1 - start)).append("^\n");
    }

    // Characters that cannot be seen, or would move the mark, take the shape of an open box.
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        line.codePoints().forEach(c -> shown.appendCodePoint(c == '\t' ? ' ' : Invisible.is(c) ? '\u2423' : c));
        return shown.toString();
    }

    private static String summary(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "no findings";
        }
        return count(findings, Severity.ERROR) + ", " + count(findings, Severity.WARNING) + ", "
                + count(findings, Severity.NOTE);
    }

    private static String count(List<Finding> findings, Severity severity) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count + " " + severity.word() + (count == 1 ? "" : "s");
    }
}
