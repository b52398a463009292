package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Package {@code base_image_registries}: the image is built on images from allowed registries. */
final class BaseImageRules {

    static final String PREFIXES = "allowed_registry_prefixes";
    private static final String PROVIDED = "base_image_registries.allowed_registries_provided";
    private static final String FOUND = "base_image_registries.base_image_info_found";

    private BaseImageRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("base_image_registries.base_image_permitted")
                        .title("Base images come from allowed registries")
                        .message("Base image %q is from a disallowed registry")
                        .collections("minimal redhat redhat_security")
                        .dependsOn(FOUND + " " + PROVIDED)
                        .finds(BaseImageRules::disallowed),
                Rule.deny(FOUND)
                        .title("Base images are known")
                        .message("Base images information is missing")
                        .collections("minimal redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BaseImageRules::notKnown),
                Rule.deny(PROVIDED)
                        .title("Allowed registries are configured")
                        .message("%s")
                        .collections("minimal redhat policy_data redhat_security")
                        .finds((scene, found) -> DataCheck.ruleData(scene, PREFIXES, DataCheck.SOME_TEXTS, found)));
    }

    private static void disallowed(Scene scene, Findings found) {
        Set<Value> released = new LinkedHashSet<>();
        for (Value component : scene.input().get("snapshot", "components").each()) {
            released.add(ImageReference.digestOf(component.get("containerImage")));
        }
        for (Value image : baseImages(scene)) {
            ImageReference reference = ImageReference.parse(image).orElse(null);
            boolean isPermitted = image.startsWithAny(scene.ruleData(PREFIXES))
                    || (reference != null && released.contains(Value.of(reference.digest())));
            if (reference != null && !isPermitted) {
                found.addAbout(Value.of(reference.repository()), image);
            }
        }
    }

    /** An image without an SBOM tells nothing; one built from scratch has an SBOM but no base image. */
    private static void notKnown(Scene scene, Findings found) {
        if (scene.sboms().all().isEmpty()) {
            found.add();
        }
    }

    private static List<Value> baseImages(Scene scene) {
        List<Value> images = new ArrayList<>();
        for (Value sbom : scene.sboms().cyclonedx()) {
            for (Value formula : sbom.get("formulation").each()) {
                for (Value component : formula.get("components").each()) {
                    boolean isBase = component.get("properties").each().stream().anyMatch(BaseImageRules::saysSo);
                    if (isBase && component.get("type").is("container")) {
                        Packages.image(scene, component.get("purl")).ifPresent(images::add);
                    }
                }
            }
        }
        for (Value sbom : scene.sboms().spdx()) {
            for (Value pkg : sbom.get("packages").each()) {
                boolean isBase = pkg.get("annotations").each().stream()
                        .anyMatch(annotation -> saysSo(annotation.get("comment").json()));
                if (isBase) {
                    Packages.purls(pkg)
                            .forEach(purl -> Packages.image(scene, purl).ifPresent(images::add));
                }
            }
        }
        return images;
    }

    private static boolean saysSo(Value property) {
        Value value = property.get("value").json();
        return (property.get("name").is("konflux:container:is_base_image") && value.equals(Value.of(true)))
                || (property.get("name").is("konflux:container:is_builder_image:for_stage")
                        && value.number().isPresent());
    }
}
