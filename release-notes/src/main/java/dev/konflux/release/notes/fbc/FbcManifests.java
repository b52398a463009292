package dev.konflux.release.notes.fbc;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import java.util.List;

/** Reads the manifests of catalog fragments. */
public interface FbcManifests {

    /** The manifest of an image, as its registry has it. */
    Data manifest(String image);

    /** Digests of the platforms of an image that has several. */
    List<String> platformDigests(String image);

    /** The manifests in a registry. */
    static FbcManifests in(ImageRegistry registry) {
        return new FbcManifests() {
            @Override
            public Data manifest(String image) {
                return registry.manifest(image);
            }

            @Override
            public List<String> platformDigests(String image) {
                return registry.platforms(image).stream()
                        .map(ImagePlatform::digest)
                        .toList();
            }
        };
    }
}
