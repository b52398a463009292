package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import java.util.List;

/** A registry that answers at once: every image is for two platforms and was built at the same time. */
final class SampleRegistry implements ImageRegistry {

    private static final DataObject MANIFEST =
            DataObject.of("config", DataObject.of("mediaType", Data.of("application/vnd.oci.image.config.v1+json")));
    private static final DataObject INSPECTED = DataObject.of(
            "Created",
            Data.of("2026-08-20T12:31:35Z"),
            "Labels",
            DataObject.of("name", Data.of("shop"), "version", Data.of("1.4.0")));

    @Override
    public List<ImagePlatform> platforms(String image) {
        String digest = image.substring(image.lastIndexOf('@') + 1);
        return List.of(
                new ImagePlatform("linux", "amd64", digest),
                new ImagePlatform("linux", "arm64", "sha256:f" + digest.substring(8)));
    }

    @Override
    public DataObject manifest(String image) {
        return MANIFEST;
    }

    @Override
    public DataObject inspect(String image, ImagePlatform platform) {
        return INSPECTED;
    }

    @Override
    public List<String> tags(String repository) {
        return List.of();
    }
}
