package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** What is wrong or suspicious in the documents, with its place. */
final class FindingsSection {

    /** People stop reading somewhere; the JSON form has all findings. */
    private static final int MOST_SHOWN = 100;

    private FindingsSection() {}

    static Section of(List<Finding> findings, int documents) {
        Section.Builder section = Section.builder("findings", "Findings");
        if (findings.isEmpty()) {
            section.row(Cell.good("none in " + documents + " documents"));
        }
        findings.stream().limit(MOST_SHOWN).forEach(finding -> show(finding, section));
        if (findings.size() > MOST_SHOWN) {
            section.row(Cell.faint("... and " + (findings.size() - MOST_SHOWN) + " more; --json shows all"));
        }
        return section.build(
                DataArray.of(findings.stream().map(FindingsSection::data).toList()));
    }

    private static void show(Finding finding, Section.Builder section) {
        String place = finding.position().toString().isEmpty()
                ? finding.resource()
                : finding.position().toString();
        String path = finding.path().isEmpty() ? "" : finding.path() + ": ";
        section.row(
                Cell.plain(place),
                new Cell(finding.severity().word(), style(finding.severity())),
                Cell.plain(path + finding.message() + " [" + finding.id() + "]"));
        if (!finding.hint().isEmpty()) {
            section.row(Cell.plain(""), Cell.plain(""), Cell.faint("hint: " + finding.hint()));
        }
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BAD;
            case WARNING -> Style.WARNING;
            default -> Style.FAINT;
        };
    }

    private static Data data(Finding finding) {
        return DataObject.builder()
                .put("id", finding.id())
                .put("severity", finding.severity().word())
                .put("resource", finding.resource())
                .put("source", finding.position().source())
                .put("line", finding.position().line())
                .put("column", finding.position().column())
                .put("path", finding.path())
                .put("message", finding.message())
                .put("hint", finding.hint())
                .build();
    }
}
