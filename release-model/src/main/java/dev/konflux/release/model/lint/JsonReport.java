package dev.konflux.release.model.lint;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import java.util.List;

/** Findings for programs. */
final class JsonReport {

    private JsonReport() {}

    static String write(List<Finding> findings) {
        return JsonText.compact()
                        .indented(2)
                        .write(DataArray.of(
                                findings.stream().map(JsonReport::finding).toList())) + "\n";
    }

    private static Data finding(Finding finding) {
        return DataObject.builder()
                .put("id", finding.id())
                .put("severity", finding.severity().word())
                .put("resource", finding.resource())
                .put("path", finding.path())
                .put("source", finding.position().source())
                .put("line", finding.position().line())
                .put("column", finding.position().column())
                .put("message", finding.message())
                .put("hint", finding.hint())
                .put("documentation", Documentation.of(finding.id()))
                .build();
    }
}
