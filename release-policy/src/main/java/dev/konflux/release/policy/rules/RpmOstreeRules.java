package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Package {@code rpm_ostree_task}: bootable images are built with a pinned, approved builder image. */
final class RpmOstreeRules {

    private static final String KEY = "allowed_rpm_ostree_builder_image_prefixes";
    private static final Schema PREFIXES = Schema.of("""
            {"type": "array", "uniqueItems": true, "items": {"anyOf": [
              {"type": "object",
               "properties": {"value": {"type": "string"}, "expires_on": {"type": "string"}},
               "additionalProperties": false,
               "required": ["value"]},
              {"type": "string"}]}}
            """);

    private RpmOstreeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("rpm_ostree_task.builder_image_param")
                        .title("The builder image is pinned and approved")
                        .message("%s")
                        .collections("redhat redhat_security")
                        .since("2024-03-20")
                        .finds(RpmOstreeRules::badBuilderImage),
                Rule.deny("rpm_ostree_task.rule_data")
                        .title("Approved builder images are configured in the right form")
                        .message("%s")
                        .collections("redhat redhat_security")
                        .finds((scene, found) -> DataCheck.ruleData(scene, KEY, PREFIXES, found)));
    }

    private static Set<Value> builderImages(Scene scene) {
        Set<Value> images = new LinkedHashSet<>();
        for (Task task : scene.attestations().tasks()) {
            if (task.names().contains(Value.of("rpm-ostree"))) {
                images.add(task.parameter("BUILDER_IMAGE"));
            }
        }
        images.remove(Value.UNDEFINED);
        return images;
    }

    /** A plain text is a prefix without end. */
    private static Value asPrefix(Value listed) {
        return listed.get("value").isTrue()
                ? listed
                : Value.of(DataObject.of("value", listed.data().orElseThrow()));
    }

    private static void badBuilderImage(Scene scene, Findings found) {
        List<Value> prefixes = scene.ruleData(KEY).each().stream()
                .map(RpmOstreeRules::asPrefix)
                .toList();
        for (Value image : builderImages(scene)) {
            if (ImageReference.digestOf(image).is("")) {
                found.add(Template.fill("BUILDER_IMAGE %q is not pinned to a digest", image));
            }
            List<Value> matching = prefixes.stream()
                    .filter(prefix -> image.startsWith(prefix.get("value")))
                    .toList();
            if (matching.isEmpty()) {
                found.add(unapproved(image, prefixes));
            }
            matching.forEach(prefix -> expiring(image, prefix, found));
        }
    }

    private static Value unapproved(Value image, List<Value> prefixes) {
        Value listed =
                Value.ofAll(prefixes.stream().map(prefix -> prefix.get("value")).toList());
        return Template.fill(
                "BUILDER_IMAGE %q does not start with a pre-approved prefix: %s", image, listed.joined(", "));
    }

    private static void expiring(Value image, Value prefix, Findings found) {
        Value expiry = prefix.get("expires_on");
        if (!expiry.is("")) {
            found.finding(Template.fill(
                            "BUILDER_IMAGE %q starts with %q prefix that expires on %s",
                            image, prefix.get("value"), expiry))
                    .since(expiry)
                    .report();
        }
    }
}
