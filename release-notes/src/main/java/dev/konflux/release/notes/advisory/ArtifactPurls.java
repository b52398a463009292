package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.ContentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the artifacts of the release notes their package URLs, once the files are signed and their checksums known. */
public final class ArtifactPurls {

    private static final Set<ContentType> FILES =
            Set.of(ContentType.BINARY, ContentType.GENERIC, ContentType.DISK_IMAGE);

    private ArtifactPurls() {}

    /**
     * The release data with package URLs. Releases to marketplaces, without files, or with all package URLs set stay as they are.
     *
     * @param snapshot the Snapshot's spec, in which names of files are expanded
     * @param checksums what the signing task handed on, if anything
     * @throws ReleaseDataException when checksums or files are missing
     */
    public static DataObject update(DataObject data, DataObject snapshot, Optional<ChecksumMap> checksums) {
        Located root = Located.root(data);
        Located mapping = root.objectOrEmpty("mapping");
        List<DataObject> components = objects(mapping.object().items("components"));
        Optional<ContentType> type = components.stream()
                .flatMap(component -> ContentType.ofComponent(component).stream())
                .filter(FILES::contains)
                .findFirst();
        if (mapping.findTrue("cloudMarketplacesSecret").isPresent() || type.isEmpty()) {
            return data;
        }
        DataObject notes = root.require("releaseNotes").object();
        List<DataObject> artifacts = objects(notes.items("content", "artifacts"));
        if (!artifacts.isEmpty() && artifacts.stream().allMatch(ArtifactPurls::hasPurl)) {
            return data;
        }
        ChecksumMap map = checksums.orElseThrow(() -> new ReleaseDataException(
                "checksum map is required for content type '" + type.get().name() + "' but was not provided."));
        FileRows rows = new FileRows(artifacts, Downloads.of(root), map, snapshot);
        List<DataObject> files = new ArrayList<>();
        List<DataObject> disks = new ArrayList<>();
        for (DataObject component : components) {
            ContentType own =
                    ContentType.ofComponent(component).filter(FILES::contains).orElse(ContentType.IMAGE);
            if (own.equals(ContentType.DISK_IMAGE)) {
                disks.addAll(rows.ofDiskImage(component));
            } else if (!own.equals(ContentType.IMAGE)) {
                files.addAll(rows.ofFiles(component));
            }
        }
        return files.isEmpty() && disks.isEmpty()
                ? data
                : data.withPath(merged(artifacts, files, disks), "releaseNotes", "content", "artifacts");
    }

    private static boolean hasPurl(DataObject row) {
        return row.findText("purl")
                .filter(purl -> !purl.isEmpty() && !purl.equals("placeholder"))
                .isPresent();
    }

    /** Rows of one component, architecture and system collapse to one, except those of disk images, which stand behind. */
    private static DataArray merged(List<DataObject> artifacts, List<DataObject> files, List<DataObject> disks) {
        Set<String> diskComponents = new HashSet<>();
        disks.forEach(row -> diskComponents.add(text(row, "component")));
        diskComponents.remove("");
        List<DataObject> others = artifacts.stream()
                .filter(row -> !diskComponents.contains(text(row, "component")))
                .toList();
        List<DataObject> kept = files.isEmpty() ? others : collapsed(others, files);
        List<DataObject> all = new ArrayList<>(kept);
        all.addAll(disks);
        return DataArray.of(all);
    }

    private static List<DataObject> collapsed(List<DataObject> rows, List<DataObject> updated) {
        Map<List<String>, DataObject> byPlace = new LinkedHashMap<>();
        rows.forEach(row -> byPlace.put(place(row), row));
        Map<List<String>, DataObject> changes = new LinkedHashMap<>();
        updated.forEach(row -> changes.put(place(row), row));
        byPlace.putAll(changes);
        return new ArrayList<>(byPlace.values());
    }

    private static List<String> place(DataObject row) {
        return List.of(text(row, "component"), text(row, "architecture"), text(row, "os"));
    }

    static String text(DataObject row, String name) {
        return row.find(name).map(PythonText::str).orElse("");
    }

    static List<DataObject> objects(List<Data> items) {
        return items.stream().flatMap(item -> item.asObject().stream()).toList();
    }
}
