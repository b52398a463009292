package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.notions.Attestations.NamedResult;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images an operator works with, as the build attached them to the bundle. */
public final class RelatedImages {

    private static final String TYPE = "application/vnd.konflux-ci.attached-artifact.related-images+json";

    private final Scene scene;

    public RelatedImages(Scene scene) {
        this.scene = scene;
    }

    /** All of them. */
    public List<ImageReference> all() {
        List<ImageReference> images = new ArrayList<>();
        ImageReference bundle = ImageReference.parse(scene.image()).orElse(null);
        if (bundle == null) {
            return images;
        }
        for (NamedResult result : scene.attestations().resultsNamed("RELATED_IMAGES_DIGEST")) {
            Value list = Vulnerabilities.attached(bundle, result.value().trimmed());
            for (Value layer : scene.registry().manifest(list).get("layers").each()) {
                if (layer.get("mediaType").is(TYPE)) {
                    Value blob = Vulnerabilities.attached(bundle, layer.get("digest"));
                    scene.registry()
                            .parsedBlob(blob)
                            .each()
                            .forEach(image -> ImageReference.parse(image).ifPresent(images::add));
                }
            }
        }
        return images;
    }

    /** Those whose digest the snapshot lacks; none when there is no snapshot. */
    public List<ImageReference> notInSnapshot() {
        Optional<List<String>> digests = snapshotDigests(scene);
        return digests.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(image -> !digests.get().contains(image.digest()))
                        .toList();
    }

    /** The images of the snapshot. */
    public static List<ImageReference> snapshotImages(Scene scene) {
        return scene.input().get("snapshot", "components").each().stream()
                .flatMap(component -> ImageReference.parse(component.get("containerImage")).stream())
                .toList();
    }

    /** The digests of the images of the snapshot, empty for images without; nothing when there is no snapshot. */
    public static Optional<List<String>> snapshotDigests(Scene scene) {
        return scene.input().get("snapshot", "components").isDefined()
                ? Optional.of(snapshotImages(scene).stream()
                        .map(ImageReference::digest)
                        .toList())
                : Optional.empty();
    }
}
