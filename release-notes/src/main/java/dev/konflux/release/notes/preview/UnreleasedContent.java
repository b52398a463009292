package dev.konflux.release.notes.preview;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.advisory.AdvisoryImageFilter;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.content.ContentType;
import dev.konflux.release.notes.rpm.FilteredRpms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step before all others: components whose images or packages are in earlier advisories are left out of the Snapshot.
 *
 * @param snapshot what is left
 * @param leftOut names of the components that were left out
 * @param skipsRelease whether there is nothing to release
 * @param link the advisory that stands for the release when nothing is left; absent when there never was anything
 */
public record UnreleasedContent(
        DataObject snapshot, List<String> leftOut, boolean skipsRelease, Optional<AdvisoryLink> link) {

    /** Keeps its own copy of the names. */
    public UnreleasedContent {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Compares the content of a mapped Snapshot with the advisories of an origin.
     *
     * @throws ReleaseDataException when the documents are malformed, or a released package was built anew
     */
    public static UnreleasedContent of(
            Located data, Located snapshot, String origin, AdvisorySurroundings surroundings) {
        ContentType type = ContentType.ofRelease(data);
        if (type.equals(ContentType.IMAGE)) {
            return ofImages(data, snapshot, origin, surroundings);
        }
        return type.equals(ContentType.RPM) && surroundings.rpms().isPresent()
                ? ofRpms(snapshot, surroundings.rpms().get().apply(data, snapshot, origin, surroundings.repository()))
                : whole(snapshot);
    }

    private static UnreleasedContent ofRpms(Located snapshot, FilteredRpms rpms) {
        Set<String> kept = new HashSet<>();
        rpms.snapshot()
                .items("components")
                .forEach(component -> component.findText("name").ifPresent(kept::add));
        return new UnreleasedContent(rpms.snapshot(), namesOutside(kept, snapshot), rpms.skipsRelease(), rpms.link());
    }

    private static UnreleasedContent ofImages(
            Located data, Located snapshot, String origin, AdvisorySurroundings surroundings) {
        List<Data> rows = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (Located component : snapshot.itemsOf("components")) {
            List<String> digests = digests(component, surroundings);
            List<Data> own = AdvisoryImageFilter.rowsOf(component, digests);
            rows.addAll(own);
            if (own.isEmpty()) {
                component.object().findText("name").ifPresent(kept::add);
            }
        }
        if (rows.isEmpty() || skipsFilter(data)) {
            return whole(snapshot);
        }
        AdvisoryImageFilter filter = AdvisoryImageFilter.of(rows, origin, surroundings.repository());
        kept.addAll(filter.unreleased());
        return kept.isEmpty()
                ? new UnreleasedContent(snapshot.object(), List.of(), true, filter.link())
                : new UnreleasedContent(
                        AdvisoryImageFilter.keep(snapshot.object(), kept),
                        namesOutside(kept, snapshot),
                        false,
                        Optional.empty());
    }

    private static List<String> namesOutside(Set<String> kept, Located snapshot) {
        return snapshot.itemsOf("components").stream()
                .flatMap(component -> component.object().findText("name").stream())
                .filter(name -> !kept.contains(name))
                .toList();
    }

    /** An image that no registry can tell of may be new, so its component is kept. */
    private static List<String> digests(Located component, AdvisorySurroundings surroundings) {
        String image = component.require("containerImage").text();
        try {
            return surroundings.architectures().of(image).stream()
                    .map(ImagePlatform::digest)
                    .toList();
        } catch (ReleaseDataException | ServerException unknown) {
            return List.of();
        }
    }

    private static UnreleasedContent whole(Located snapshot) {
        return new UnreleasedContent(snapshot.object(), List.of(), false, Optional.empty());
    }

    private static boolean skipsFilter(Located data) {
        Data skip = data.orElse("skipFilter", DataArray.empty());
        return skip.equals(Data.of(true)) || skip.equals(Data.of("true"));
    }
}
