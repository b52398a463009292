package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;

/** The labels of an image, read from its configuration in the registry. */
public final class ImageLabels {

    private static final String CATALOG = "operators.operatorframework.io.index.configs.v1";
    private static final String BASE_NAME = "org.opencontainers.image.base.name";
    private static final String BASE_DIGEST = "org.opencontainers.image.base.digest";
    private static final Value NONE = Value.of(DataObject.empty());

    private final Scene scene;
    private final Value reference;
    private final Value repository;
    private final Value manifest;
    private final Value configuration;

    private ImageLabels(Scene scene, Value reference, Value repository) {
        this.scene = scene;
        this.reference = reference;
        this.repository = repository;
        this.manifest = scene.registry().manifest(reference);
        Value digest = manifest.get("config", "digest");
        this.configuration = scene.registry().parsedBlob(Template.fill("%s@%s", repository, digest));
    }

    /** The labels of the image under judgement. */
    public static ImageLabels of(Scene scene) {
        return new ImageLabels(scene, scene.image(), ImageReference.repositoryOf(scene.image()));
    }

    /** The labels of the image that this one is built on; nothing is known of it when the manifest does not name it. */
    public ImageLabels parent() {
        Value annotations = manifest.get("annotations");
        Value name = Value.ofText(annotations.get(BASE_NAME).text().map(text -> text.replaceFirst("@[^@]+$", "")));
        Value digest = annotations.get(BASE_DIGEST);
        boolean isNamed = !annotations.get(BASE_NAME).is("") && !digest.is("");
        return new ImageLabels(scene, isNamed ? Template.fill("%s@%s", name, digest) : Value.UNDEFINED, name);
    }

    /** The reference of the image. */
    public Value reference() {
        return reference;
    }

    /** The manifest of the image. */
    public Value manifest() {
        return manifest;
    }

    /** Whether the reference is one of an image. */
    public boolean isImage() {
        return ImageReference.parse(reference).isPresent();
    }

    /** Whether the configuration could be read and is more than null. */
    public boolean hasConfiguration() {
        return configuration.isDefined() && !configuration.isNull();
    }

    /** Whether the registry answered that the configuration is null, as upstream's tests make it do. */
    public boolean hasEmptyConfiguration() {
        Value digest = manifest.getOr("config", NONE).getOrEmpty("digest");
        return manifest.isDefined()
                && scene.registry()
                        .blob(Template.fill("%s@%s", repository, digest))
                        .isNull();
    }

    private Value labels() {
        return configuration.getOr("config", NONE).getOr("Labels", NONE);
    }

    /** Whether the labels are known; an image without any counts as known. */
    public boolean areKnown() {
        return manifest.isDefined() && isImage() && hasConfiguration();
    }

    /** Whether the image is a file-based catalog. */
    public boolean areOfCatalog() {
        return get(Value.of(CATALOG)).isDefined();
    }

    /** The value of that label. */
    public Value get(Value name) {
        return labels().at(name);
    }
}
