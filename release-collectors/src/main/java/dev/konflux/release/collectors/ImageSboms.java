package dev.konflux.release.collectors;

import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** Where collectors look up the SBOMs attached to images. */
@FunctionalInterface
public interface ImageSboms {

    /** The SBOM of an image, in whatever format it is; empty when there is none. */
    Optional<DataObject> find(String imageReference);
}
