package dev.konflux.release.notes.released;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Snapshot without the components whose images were pushed before.
 *
 * @param snapshot the Snapshot's spec with the remaining components
 * @param skipsRelease whether nothing remains of at least one component
 */
public record RegistryFilter(DataObject snapshot, boolean skipsRelease) {

    /** Leaves out each component that one of its repositories holds under all of its tags. */
    public static RegistryFilter of(DataObject snapshot, ImageDigests registry) {
        List<Located> components = itemsOf(Located.root(snapshot), "components");
        List<Data> kept = new ArrayList<>();
        for (Located component : components) {
            if (!isReleased(component, registry)) {
                kept.add(component.value());
            }
        }
        return new RegistryFilter(
                snapshot.with("components", DataArray.of(kept)), kept.isEmpty() && !components.isEmpty());
    }

    private static boolean isReleased(Located component, ImageDigests registry) {
        String image = component.find("containerImage").map(Located::text).orElse("");
        Optional<String> digest = registry.of(image);
        return digest.isPresent()
                && itemsOf(component, "repositories").stream()
                        .anyMatch(repository -> holds(repository, digest.get(), registry));
    }

    /** A repository without url or tags holds nothing. */
    private static boolean holds(Located repository, String digest, ImageDigests registry) {
        String url = repository
                .findTrue("url")
                .map(found -> PythonText.str(found.value()))
                .orElse("");
        List<Located> tags = itemsOf(repository, "tags");
        return !url.isEmpty()
                && !tags.isEmpty()
                && tags.stream()
                        .allMatch(tag -> registry.of(url + ":" + PythonText.str(tag.value()))
                                .filter(digest::equals)
                                .isPresent());
    }

    private static List<Located> itemsOf(Located owner, String name) {
        return owner.findTrue(name).map(Located::items).orElse(List.of());
    }
}
