package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.OperatorBundle;
import dev.konflux.release.policy.notions.OperatorBundle.Mention;
import dev.konflux.release.policy.notions.RelatedImages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Package {@code olm}: the images that an operator bundle mentions. */
final class OlmImageRules {

    static final String PREFIXES = "allowed_olm_image_registry_prefixes";
    private static final String INTENTIONS = "release production staging";

    private OlmImageRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("olm.unpinned_references")
                        .title("Images are pinned")
                        .message("The %q image reference is not pinned at %s.")
                        .collections("redhat redhat_security")
                        .finds(OlmImageRules::unpinned),
                Rule.deny("olm.unpinned_snapshot_references")
                        .title("The bundle is pinned in the snapshot")
                        .message("The %q image reference is not pinned in the input snapshot.")
                        .collections("redhat redhat_security")
                        .since("2024-08-15")
                        .intention(INTENTIONS)
                        .finds(OlmImageRules::unpinnedInSnapshot),
                Rule.deny("olm.unpinned_related_images")
                        .title("Related images are pinned")
                        .message("%d related images are not pinned with a digest: %s.")
                        .collections("redhat redhat_security")
                        .intention(INTENTIONS)
                        .finds(OlmImageRules::unpinnedRelated),
                Rule.deny("olm.inaccessible_related_images")
                        .title("Related images can be fetched")
                        .message("The %q related image reference is not accessible.")
                        .collections("redhat")
                        .since("2025-03-10")
                        .intention(INTENTIONS)
                        .finds(OlmImageRules::inaccessibleRelated),
                Rule.deny("olm.allowed_registries_related")
                        .title("Related images come from allowed registries")
                        .message("The %q related image reference is not from an allowed registry.")
                        .collections("redhat redhat_security")
                        .since("2025-04-15")
                        .finds(OlmImageRules::disallowedRelated),
                Rule.deny("olm.unmapped_references")
                        .title("Images are in the snapshot, or released before")
                        .message("The %q CSV image reference is not in the snapshot or accessible.")
                        .collections("redhat")
                        .since("2024-08-15")
                        .intention(INTENTIONS)
                        .finds(OlmImageRules::unmapped),
                Rule.deny("olm.allowed_registries")
                        .title("Images come from allowed registries")
                        .message("The %q CSV image reference is not from an allowed registry.")
                        .collections("redhat redhat_security")
                        .since("2024-09-01")
                        .finds(OlmImageRules::disallowed),
                Rule.deny("olm.olm_bundle_multi_arch")
                        .title("The bundle is for one platform")
                        .message("The %q bundle image is a multi-arch reference.")
                        .collections("redhat")
                        .since("2025-05-01")
                        .finds(OlmImageRules::isIndex));
    }

    private static Value written(ImageReference image) {
        return Value.ofText(image.written());
    }

    private static void unpinned(Scene scene, Findings found) {
        for (Mention mention : new OperatorBundle(scene).mentions()) {
            if (mention.image().digest().isEmpty()) {
                found.addAbout(written(mention.image()), written(mention.image()), mention.place());
            }
        }
    }

    private static void unpinnedInSnapshot(Scene scene, Findings found) {
        Value repository = ImageReference.repositoryOf(scene.image());
        for (ImageReference image : RelatedImages.snapshotImages(scene)) {
            if (image.digest().isEmpty() && repository.is(image.repository())) {
                found.addAbout(written(image), written(image));
            }
        }
    }

    private static void unpinnedRelated(Scene scene, Findings found) {
        List<ImageReference> unpinned = new RelatedImages(scene)
                .notInSnapshot().stream()
                        .filter(image -> image.digest().isEmpty())
                        .toList();
        if (!unpinned.isEmpty()) {
            String listed = unpinned.stream().map(OlmImageRules::pinnedOrTagged).collect(Collectors.joining(", "));
            found.add(Value.of(unpinned.size()), Value.of(listed));
        }
    }

    private static String pinnedOrTagged(ImageReference image) {
        ImageReference plain =
                image.digest().isEmpty() ? image : new ImageReference(image.repository(), "", image.digest());
        return plain.written().orElse(image.repository());
    }

    private static void inaccessibleRelated(Scene scene, Findings found) {
        for (ImageReference image : new RelatedImages(scene).notInSnapshot()) {
            Value reference = Value.of(pinnedOrTagged(image));
            if (!scene.registry().descriptor(reference).isTrue()) {
                found.addAbout(reference, reference);
            }
        }
    }

    private static void disallowedRelated(Scene scene, Findings found) {
        for (ImageReference image : new RelatedImages(scene).all()) {
            reportDisallowed(scene, image, found);
        }
    }

    private static void disallowed(Scene scene, Findings found) {
        for (Mention mention : new OperatorBundle(scene).mentions()) {
            reportDisallowed(scene, mention.image(), found);
        }
    }

    private static void reportDisallowed(Scene scene, ImageReference image, Findings found) {
        Value repository = Value.of(image.repository());
        if (!repository.startsWithAny(scene.ruleData(PREFIXES))) {
            found.addAbout(repository, written(image));
        }
    }

    /** An unpinned component of the snapshot covers all unpinned references. */
    private static void unmapped(Scene scene, Findings found) {
        Optional<List<String>> digests = RelatedImages.snapshotDigests(scene);
        for (Mention mention : digests.isEmpty() ? List.<Mention>of() : new OperatorBundle(scene).mentions()) {
            Value reference = written(mention.image());
            boolean isMapped = digests.get().contains(mention.image().digest());
            if (!isMapped && !scene.registry().descriptor(reference).isTrue()) {
                found.addAbout(reference, reference);
            }
        }
    }

    private static void isIndex(Scene scene, Findings found) {
        boolean isBundle = !new OperatorBundle(scene).clusterServiceVersions().isEmpty();
        if (isBundle && scene.registry().isImageIndex(scene.image())) {
            found.addAbout(scene.image(), scene.image());
        }
    }
}
