package dev.konflux.release.notes.fbc;

import dev.konflux.release.model.data.Data;
import java.util.List;

/** Reads the manifests of catalog fragments. */
public interface FbcManifests {

    /** The manifest of an image, as its registry has it. */
    Data manifest(String image);

    /** Digests of the platforms of an image that has several. */
    List<String> platformDigests(String image);
}
