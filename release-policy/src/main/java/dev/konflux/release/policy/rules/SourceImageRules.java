package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Package {@code source_image}: there is an image with the source, and it is signed. */
final class SourceImageRules {

    private SourceImageRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("source_image.exists")
                        .title("There is a source image")
                        .message("%s")
                        .collections("redhat redhat_security")
                        .since("2024-06-05")
                        .finds(SourceImageRules::missing),
                Rule.deny("source_image.signed")
                        .title("The source image is signed")
                        .message("%s")
                        .collections("redhat redhat_security")
                        .since("2024-05-04")
                        .dependsOn("source_image.exists")
                        .finds(SourceImageRules::unsigned));
    }

    private static Set<Value> images(Scene scene) {
        Set<Value> images = new LinkedHashSet<>();
        for (Task task : scene.attestations().tasks()) {
            Value url = task.result("SOURCE_IMAGE_URL").trimmed();
            Value digest = task.result("SOURCE_IMAGE_DIGEST").trimmed();
            if (url.isFilled() && digest.isFilled()) {
                images.add(Template.fill("%s@%s", url, digest));
            }
        }
        return images;
    }

    private static void missing(Scene scene, Findings found) {
        Set<Value> images = images(scene);
        if (images.isEmpty()) {
            found.add(Value.of("No source image references found"));
        }
        for (Value image : images) {
            if (!scene.registry().descriptor(image).isTrue()) {
                found.add(Template.fill("Unable to access source image %q", image));
            }
            Value manifest = scene.registry().manifest(image);
            Value layers = manifest.get("layers");
            if (manifest.isObject() && (!layers.isDefined() || layers.isEmpty())) {
                found.add(Template.fill("Source image has no layers %q", image));
            }
        }
    }

    private static void unsigned(Scene scene, Findings found) {
        for (Value image : images(scene)) {
            Value verification = scene.registry().imageVerification(image, scene.sigstoreOptions());
            for (Value error : verification.get("errors").each()) {
                found.add(Template.fill("Image signature verification failed for %s: %s", image, error));
            }
        }
    }
}
