package dev.konflux.release.notes.fbc;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the owners of bundles agreed to releases of their catalogs. */
public final class FbcOptIn {

    private FbcOptIn() {}

    /**
     * Whether a catalog record says that its owner agreed. Without a record, or with anything but true in it, he did not.
     *
     * @param record what the catalog answered; empty when it could not be asked
     * @throws ReleaseDataException when the answer is no object
     */
    public static boolean of(Optional<Data> record) {
        if (record.isEmpty()) {
            return false;
        }
        if (record.get().asObject().isEmpty()) {
            throw new ReleaseDataException("the catalog's record is no object");
        }
        return record.get().find("fbc_opt_in").equals(Optional.of(Data.of(true)));
    }

    /**
     * The images to ask for.
     *
     * @throws ReleaseDataException when the list is no array of texts that are not blank
     */
    public static List<String> images(Data list) {
        List<Data> items = list.asArray()
                .map(DataArray::items)
                .orElseThrow(() -> new ReleaseDataException("container images must be a JSON array"));
        List<String> images = new ArrayList<>();
        for (Data item : items) {
            String image = item.asText()
                    .orElseThrow(() -> new ReleaseDataException("container images must be strings"))
                    .strip();
            if (image.isEmpty()) {
                throw new ReleaseDataException("container images must be non-empty");
            }
            images.add(image);
        }
        return images;
    }
}
