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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step before all others: components whose images are in earlier advisories are left out of the Snapshot.
 *
 * @param snapshot what is left
 * @param leftOut names of the components that were left out
 * @param link the advisory that stands for the release when nothing is left
 */
public record EarlierImages(DataObject snapshot, List<String> leftOut, Optional<AdvisoryLink> link) {

    /** Keeps its own copy of the names. */
    public EarlierImages {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Compares the images of a mapped Snapshot with the advisories of an origin.
     *
     * @throws dev.konflux.release.model.releasedata.ReleaseDataException when the repositories belong to no environment, or to both
     */
    public static EarlierImages of(Located data, Located snapshot, String origin, AdvisorySurroundings surroundings) {
        if (!ContentType.ofRelease(data).equals(ContentType.IMAGE)) {
            return whole(snapshot);
        }
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
        if (kept.isEmpty()) {
            return new EarlierImages(snapshot.object(), List.of(), filter.link());
        }
        DataObject left = AdvisoryImageFilter.keep(snapshot.object(), kept);
        List<String> leftOut = snapshot.itemsOf("components").stream()
                .flatMap(component -> component.object().findText("name").stream())
                .filter(name -> !kept.contains(name))
                .toList();
        return new EarlierImages(left, leftOut, Optional.empty());
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

    private static EarlierImages whole(Located snapshot) {
        return new EarlierImages(snapshot.object(), List.of(), Optional.empty());
    }

    private static boolean skipsFilter(Located data) {
        Data skip = data.orElse("skipFilter", DataArray.empty());
        return skip.equals(Data.of(true)) || skip.equals(Data.of("true"));
    }
}
