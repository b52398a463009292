package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import java.util.function.Consumer;

/** Images of disks: one row for each staged file of the mapping. */
public final class DiskImageRows extends ArtifactRows {

    DiskImageRows() {}

    /** The architecture a file name tells, {@code unknown} when it tells none. */
    public static String architectureOf(String fileName) {
        if (fileName.contains("aarch64")) {
            return "aarch64";
        }
        return fileName.contains("x86_64") ? "x86_64" : "unknown";
    }

    @Override
    void addRows(Located data, Located component, Consumer<DataObject.Builder> rows) {
        Data name = component.require("name").value();
        boolean isMarketplace = data.objectOrEmpty("mapping")
                .findTrue("cloudMarketplacesSecret")
                .isPresent();
        for (Located entry : mappingOf(data, name)) {
            Located staged = entry.objectOrEmpty("staged");
            // what goes to marketplaces has no download page, hence no checksum to wait for
            String purl = isMarketplace
                    ? "pkg:generic/" + PythonText.str(name) + "@"
                            + PythonText.str(staged.orElse("version", Data.of("unknown")))
                    : BinaryRows.UNKNOWN_YET;
            for (Located file : staged.itemsOf("files")) {
                String architecture = architectureOf(file.require("filename").text());
                rows.accept(row(Data.of(architecture), Data.of("linux"), purl));
            }
        }
    }
}
