package dev.konflux.release.model.registry;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers the questions of a release out of what registries hold, in the way of the tools the Release Service calls. */
public final class RegistryImages implements ImageRegistry {

    private static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private final RegistryContent content;

    /** Answers out of the given content. */
    public RegistryImages(RegistryContent content) {
        this.content = content;
    }

    /**
     * {@inheritDoc} The entries of an index come as they are, whatever platform they name. An artifact that is no image counts as one for
     * linux on amd64.
     */
    @Override
    public List<ImagePlatform> platforms(String image) {
        ImageReference reference = reference(image);
        ImageManifest manifest = require(reference);
        if (manifest.isArtifact()) {
            return List.of(new ImagePlatform("linux", "amd64", manifest.digest()));
        }
        if (manifest.isSingle()) {
            return List.of(single(reference, manifest));
        }
        return manifest.document().items("manifests").stream()
                .map(ImagePlatform::of)
                .toList();
    }

    private ImagePlatform single(ImageReference reference, ImageManifest manifest) {
        DataObject config = config(reference, manifest);
        boolean isDocker = manifest.mediaType().equals(DOCKER_MANIFEST);
        return new ImagePlatform(
                platformPart(config, "os", isDocker ? "linux" : ""),
                platformPart(config, "architecture", isDocker ? "amd64" : ""),
                manifest.digest());
    }

    private static String platformPart(DataObject config, String name, String otherwise) {
        return config.findText(name).filter(text -> !text.isEmpty()).orElse(otherwise);
    }

    @Override
    public DataObject manifest(String image) {
        return require(reference(image)).document();
    }

    @Override
    public DataObject inspect(String image, ImagePlatform platform) {
        ImageReference own = reference(image).withDigest(platform.digest());
        DataObject config = config(own, require(own));
        return DataObject.builder()
                .put("Name", own.name())
                .put("Digest", platform.digest())
                .put("Created", config.find("created").orElse(Data.of("")))
                .put("Labels", config.find("config", "Labels").orElse(Data.nothing()))
                .put("Architecture", config.find("architecture").orElse(Data.of("")))
                .put("Os", config.find("os").orElse(Data.of("")))
                .put("Env", config.find("config", "Env").orElse(DataArray.empty()))
                .build();
    }

    @Override
    public List<String> tags(String repository) {
        return content.tags(reference(repository));
    }

    /** The digest a reference stands for; empty when no registry knows it. */
    public Optional<String> findDigest(String reference) {
        return content.findManifest(reference(reference)).map(ImageManifest::digest);
    }

    private ImageManifest require(ImageReference reference) {
        return content.findManifest(reference)
                .orElseThrow(() -> new ReleaseDataException("the registry has no image " + reference));
    }

    private DataObject config(ImageReference reference, ImageManifest manifest) {
        byte[] bytes = content.findBlob(reference, manifest.configDigest())
                .orElseThrow(() -> new ReleaseDataException("the registry has no configuration of " + reference));
        try {
            return JsonReader.create()
                    .read(new String(bytes, StandardCharsets.UTF_8), "")
                    .asObject()
                    .orElseThrow(() -> new ReleaseDataException("the configuration of " + reference + " is no object"));
        } catch (DataSyntaxException e) {
            throw new ReleaseDataException("the configuration of " + reference + " is not JSON: " + e.getMessage());
        }
    }

    private static ImageReference reference(String pullSpec) {
        try {
            return ImageReference.parse(pullSpec);
        } catch (IllegalArgumentException e) {
            throw new ReleaseDataException(String.valueOf(e.getMessage()));
        }
    }
}
