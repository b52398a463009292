package dev.konflux.release.notes.advisory;

import com.google.common.net.PercentEscaper;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.DiskImageRows;
import dev.konflux.release.notes.content.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of files with their package URLs. */
record FileRows(List<DataObject> artifacts, Downloads downloads, ChecksumMap checksums, DataObject snapshot) {

    private static final PercentEscaper ESCAPER = new PercentEscaper("_.-~", false);

    /** The rows of a component of executables or other files; none when it has no version. */
    List<DataObject> ofFiles(DataObject component) {
        List<DataObject> updated = new ArrayList<>();
        for (DataObject row : rowsToUpdate(component)) {
            String architecture = ArtifactPurls.text(row, "architecture");
            String system = ArtifactPurls.text(row, "os");
            String file = signedName(FileNames.last(source(component, architecture, system)), system);
            updated.add(row.with("purl", Data.of(purl(component, file))));
        }
        return updated;
    }

    /** One row for each staged file of the Snapshot, made after the component's first row. */
    List<DataObject> ofDiskImage(DataObject component) {
        List<DataObject> rows = rowsToUpdate(component);
        if (rows.isEmpty()) {
            return rows;
        }
        String name = ArtifactPurls.text(component, "name");
        List<DataObject> files = stagedFiles(name);
        if (files.isEmpty()) {
            throw new ReleaseDataException("disk-image component " + name
                    + " has releaseNotes.content.artifacts entries but no staged.files[] in the snapshot");
        }
        List<DataObject> updated = new ArrayList<>();
        for (DataObject staged : files) {
            String file = FileNames.last(staged.findText("filename")
                    .filter(path -> !path.isEmpty() && !path.equals("null"))
                    .orElseThrow(() -> new ReleaseDataException(
                            "staged.files[].filename is required for disk-image component " + name)));
            updated.add(rows.get(0)
                    .with("purl", Data.of(purl(component, file)))
                    .with("architecture", Data.of(DiskImageRows.architectureOf(file)))
                    .with("os", Data.of("linux")));
        }
        return updated;
    }

    private List<DataObject> rowsToUpdate(DataObject component) {
        if (version(component).isEmpty()) {
            return List.of();
        }
        Data name = Data.of(ArtifactPurls.text(component, "name"));
        return artifacts.stream()
                .filter(row -> row.find("component").filter(name::equals).isPresent())
                .toList();
    }

    /** The Snapshot's last component of that name counts. */
    private List<DataObject> stagedFiles(String name) {
        List<DataObject> components = ArtifactPurls.objects(snapshot.items("components")).stream()
                .filter(component ->
                        component.findText("name").filter(name::equals).isPresent())
                .toList();
        return components.isEmpty() || name.isEmpty()
                ? List.of()
                : ArtifactPurls.objects(components.get(components.size() - 1).items("staged", "files"));
    }

    private static String version(DataObject component) {
        Optional<Data> ofProduct =
                component.find("contentGateway", "productVersionName").filter(PythonEquality::isTrue);
        return ofProduct
                .or(() -> component.find("staged", "version").filter(PythonEquality::isTrue))
                .map(PythonText::str)
                .orElse("");
    }

    private static String source(DataObject component, String architecture, String system) {
        List<Data> files = component.items("files");
        List<DataObject> rows = ArtifactPurls.objects(files.isEmpty() ? component.items("staged", "files") : files);
        return rows.stream()
                .filter(row -> row.findText("arch").filter(architecture::equals).isPresent())
                .filter(row -> row.findText("os").filter(system::equals).isPresent())
                .flatMap(row -> row.findText("source").stream())
                .findFirst()
                .orElse("");
    }

    /** Archives for Windows are packed again before they are signed. */
    private static String signedName(String file, String system) {
        for (String ending : List.of(".tar.gz", ".tar")) {
            if (system.equals("windows") && file.endsWith(ending)) {
                return file.substring(0, file.length() - ending.length()) + ".zip";
            }
        }
        return file;
    }

    private String purl(DataObject component, String file) {
        String name = ArtifactPurls.text(component, "name");
        List<String> qualifiers = new ArrayList<>();
        add("filename", file, qualifiers);
        add("checksum", checksums.of(name, file), qualifiers);
        add("download_url", downloads.pageFor(component), qualifiers);
        return "pkg:generic/" + name + "@" + version(component) + "?" + String.join("&", qualifiers);
    }

    private static void add(String name, String value, List<String> qualifiers) {
        if (!value.isEmpty()) {
            qualifiers.add(name + "=" + ESCAPER.escape(value));
        }
    }
}
