package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Executables: one row for each file of the mapping. Their package URLs are known only after signing. */
final class BinaryRows extends ArtifactRows {

    static final String UNKNOWN_YET = "placeholder";

    @Override
    void addRows(Located data, Located component, Consumer<DataObject.Builder> rows) {
        for (Located entry : mappingOf(data, component.require("name").value())) {
            for (Located file : files(entry)) {
                DataObject.Builder row =
                        row(file.require("arch").value(), file.require("os").value(), UNKNOWN_YET);
                rows.accept(row);
            }
        }
    }

    private static List<Located> files(Located entry) {
        Optional<Located> files = entry.findTrue("files");
        return files.isPresent()
                ? files.get().items()
                : entry.objectOrEmpty("staged").itemsOf("files");
    }
}
