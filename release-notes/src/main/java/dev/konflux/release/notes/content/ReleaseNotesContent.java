package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills {@code releaseNotes.content}, type and references of the release data from what the Snapshot ships. */
public final class ReleaseNotesContent {

    private ReleaseNotesContent() {}

    /**
     * Fills the release notes. The order is: issues against CVEs, images, artifacts, files of a GitHub release, type and references.
     *
     * @param data the merged release data
     * @param snapshot the Snapshot's spec after mapping
     * @throws ReleaseDataException when the release would fail here
     */
    public static FilledReleaseNotes fill(DataObject data, DataObject snapshot, ContentSources sources) {
        List<String> warnings = new ArrayList<>();
        Located spec = Located.root(snapshot);
        DataObject filled = new IssueCves(sources.tracker(), warnings).check(data);
        if (listsImages(Located.root(filled))) {
            filled = append(
                    filled,
                    "images",
                    new ImageRows(sources.architectures(), warnings).of(Located.root(filled), spec),
                    true);
        }
        filled = withArtifacts(filled, spec, sources);
        return new FilledReleaseNotes(TypeAndReferences.update(filled), warnings);
    }

    private static boolean listsImages(Located data) {
        Optional<ContentType> type = ContentType.firstInMapping(data);
        boolean isFiles = type.filter(t -> t.equals(ContentType.BINARY) || t.equals(ContentType.DISK_IMAGE))
                .isPresent();
        return data.findTrue("github").isEmpty() && !isFiles;
    }

    private static DataObject withArtifacts(DataObject data, Located snapshot, ContentSources sources) {
        Located root = Located.root(data);
        Optional<ArtifactRows> rows = ContentType.firstInMapping(root).flatMap(ArtifactRows::forType);
        DataObject filled =
                rows.isEmpty() ? data : append(data, "artifacts", rows.get().of(root, snapshot), false);
        return root.findTrue("github").isEmpty()
                ? filled
                : append(
                        filled,
                        "artifacts",
                        new GitHubRows(sources.gitHub()).of(Located.root(filled), snapshot),
                        false);
    }

    /** Rows that stand in the list already stay in front. */
    private static DataObject append(DataObject data, String key, List<DataObject> rows, boolean removeEmpty) {
        Located notes = Located.root(data).objectOrEmpty("releaseNotes");
        Located content = notes.objectOrEmpty("content");
        DataObject changed = ContentList.append(content, key, rows);
        if (removeEmpty && changed.items(key).isEmpty()) {
            changed = changed.without(key);
        }
        return data.with("releaseNotes", notes.object().with("content", changed));
    }
}
