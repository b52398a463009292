package dev.konflux.release.notes.preview;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.AdvisoryException;
import dev.konflux.release.notes.AdvisoryTemplate;

/** Writes the document of an advisory. */
@FunctionalInterface
public interface AdvisoryWriter {

    /**
     * The text of {@code advisory.yaml}.
     *
     * @param notes the release notes
     * @param name such as {@code 2026:4242}
     * @param shipDate such as {@code 2026-08-20T12:31:35Z}
     * @throws ReleaseDataException when the advisory cannot be written
     */
    String write(DataObject notes, String name, String shipDate);

    /** Writes as the Release Service does, by a template. */
    static AdvisoryWriter by(AdvisoryTemplate template) {
        return (notes, name, shipDate) -> {
            try {
                return template.render(notes, name, shipDate).yaml();
            } catch (AdvisoryException e) {
                throw new ReleaseDataException("the advisory cannot be written: " + e.getMessage());
            }
        };
    }
}
