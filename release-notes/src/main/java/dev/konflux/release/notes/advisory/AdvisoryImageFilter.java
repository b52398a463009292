package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.ContentType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which components have images that no advisory has published yet.
 *
 * @param unreleased names of the components with at least one such image, in order
 * @param link the newest advisory that has some of the images, when all of them are published
 */
public record AdvisoryImageFilter(List<String> unreleased, Optional<AdvisoryLink> link) {

    /** Keeps its own copy of the names. */
    public AdvisoryImageFilter {
        unreleased = List.copyOf(unreleased);
    }

    /**
     * Compares rows of images with the advisories of an origin.
     *
     * @param rows as {@link #rowsOf} makes them
     * @throws ReleaseDataException when there are advisories but no rows; the real service fails then too
     */
    public static AdvisoryImageFilter of(List<Data> rows, String origin, AdvisoryRepository repository) {
        UnpublishedRows left = UnpublishedRows.of(rows, ContentType.IMAGE, origin.strip(), repository);
        return left.isNothingLeft()
                ? new AdvisoryImageFilter(List.of(), Optional.of(link(left, repository.gitUrl())))
                : new AdvisoryImageFilter(componentsOf(left.rows()), Optional.empty());
    }

    private static AdvisoryLink link(UnpublishedRows nothingLeft, String gitUrl) {
        PublishedAdvisory newest = nothingLeft
                .newest()
                .orElseThrow(
                        () -> new ReleaseDataException("there are no images to compare with the earlier advisories"));
        return AdvisoryLink.of(
                gitUrl, newest.path(), printed(newest, "spec", "type"), printed(newest, "metadata", "name"));
    }

    /** This check, unlike the creation of advisories, prints what is missing as None. */
    private static String printed(PublishedAdvisory advisory, String... path) {
        return PythonText.str(advisory.document().find(path).orElse(Data.nothing()))
                .strip();
    }

    private static List<String> componentsOf(List<Data> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.findText("name").filter(name -> !name.isEmpty()).ifPresent(names::add));
        return new ArrayList<>(names);
    }

    /** The rows of a mapped component: one for each repository and digest. */
    public static List<Data> rowsOf(Located component, List<String> digests) {
        List<Data> rows = new ArrayList<>();
        Data name = component.orElse("name", Data.nothing());
        for (Located repository :
                component.findTrue("repositories").map(Located::items).orElse(List.of())) {
            String delivery = repository
                    .findTrue("rh-registry-repo")
                    .map(found -> PythonText.str(found.value()))
                    .orElse("");
            for (String digest : digests) {
                rows.add(DataObject.builder()
                        .put("name", name)
                        .put("containerImage", delivery + "@" + digest)
                        .put("tags", repository.orElse("tags", Data.nothing()))
                        .put("repository", delivery)
                        .build());
            }
        }
        return rows;
    }

    /** The Snapshot's spec with the named components only. */
    public static DataObject keep(DataObject snapshot, Set<String> names) {
        List<Data> kept = new ArrayList<>();
        for (Located component : Located.root(snapshot).itemsOf("components")) {
            if (component.orElse("name", Data.nothing()) instanceof DataString name && names.contains(name.text())) {
                kept.add(component.value());
            }
        }
        return snapshot.with("components", DataArray.of(kept));
    }
}
