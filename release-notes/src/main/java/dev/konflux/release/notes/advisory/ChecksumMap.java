package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import java.util.List;

/**
 * The checksums of signed files, as the signing task hands them on: a list of {@code {"component": ..., "files": {name: checksum}}}.
 *
 * @param rows the list
 */
public record ChecksumMap(List<Data> rows) {

    /** Keeps its own copy. */
    public ChecksumMap {
        rows = List.copyOf(rows);
    }

    /** The checksum of a component's file, empty when there is none. */
    String of(String component, String fileName) {
        return rows.stream()
                .filter(row ->
                        row.findText("component").filter(component::equals).isPresent())
                .flatMap(row -> row.findText("files", fileName).stream())
                .filter(checksum -> !checksum.isEmpty())
                .findFirst()
                .orElse("");
    }
}
