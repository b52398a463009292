package dev.konflux.release.notes.content;

import dev.konflux.release.model.mapping.ImagePlatform;
import java.util.List;

/** Knows of which platforms an image consists; the registry's side of the release notes. */
@FunctionalInterface
public interface ImageArchitectures {

    /** The platforms of an image in the registry's order; one entry for an image of a single platform. */
    List<ImagePlatform> of(String containerImage);
}
