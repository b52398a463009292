package dev.konflux.release.examples.rehearsal;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The registry of the rehearsal's world. An image nobody described is a single amd64 image without labels. */
record WorldRegistry(World world) implements ImageRegistry {

    private static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";

    @Override
    public List<ImagePlatform> platforms(String image) {
        List<String> described = world.image(image).stream()
                .flatMap(known -> known.items("architectures").stream())
                .flatMap(architecture -> architecture.asText().stream())
                .toList();
        return (described.isEmpty() ? List.of("amd64") : described)
                .stream()
                        .map(architecture -> new ImagePlatform("linux", architecture, digest(image, architecture)))
                        .toList();
    }

    private static String digest(String image, String architecture) {
        return "sha256:" + Hashing.sha256().hashString(image + " " + architecture, StandardCharsets.UTF_8);
    }

    @Override
    public DataObject manifest(String image) {
        return DataObject.of("config", DataObject.of("mediaType", Data.of(OCI_CONFIG)));
    }

    @Override
    public DataObject inspect(String image, ImagePlatform platform) {
        return DataObject.of(
                "Labels",
                world.image(image).flatMap(known -> known.findObject("labels")).orElse(DataObject.empty()));
    }

    @Override
    public List<String> tags(String repository) {
        return world.tags(repository);
    }
}
