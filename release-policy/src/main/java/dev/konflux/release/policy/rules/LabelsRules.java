package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.ImageLabels;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.TreeSet;

/** Package {@code labels}: the image has the labels it must have, and none that it should not. */
final class LabelsRules {

    private static final String NAMED = """
            {"type": "array", "uniqueItems": true, "items": {
              "type": "object",
              "properties": {"name": {"type": "string"}, %s "effective_on": {"type": "string"}},
              "additionalProperties": false,
              "required": ["name" %s]}}
            """;
    private static final Schema NAMES = Schema.of(NAMED.formatted("", ""));
    private static final Schema DESCRIBED =
            Schema.of(NAMED.formatted("\"description\": {\"type\": \"string\"},", ", \"description\""));
    private static final Schema WITH_VALUES = Schema.of(NAMED.formatted(
            "\"description\": {\"type\": \"string\"},"
                    + " \"values\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}},",
            ", \"description\""));
    private static final Schema REPLACED =
            Schema.of(NAMED.formatted("\"replacement\": {\"type\": \"string\"},", ", \"replacement\""));

    private LabelsRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("labels.optional_labels")
                        .title("The image has the labels it should have")
                        .message("The optional %q label is missing. Label description: %s")
                        .collections("redhat")
                        .finds(LabelsRules::missingOptional),
                Rule.deny("labels.inaccessible_manifest")
                        .title("The manifest of the image can be read")
                        .message("Manifest of the image %q is inaccessible")
                        .collections("redhat redhat_security")
                        .finds(LabelsRules::noManifest),
                Rule.deny("labels.inaccessible_config")
                        .title("The configuration of the image can be read")
                        .message("Image config of the image %q is inaccessible")
                        .collections("redhat")
                        .finds(LabelsRules::noConfiguration),
                Rule.deny("labels.deprecated_labels")
                        .title("The image has no deprecated label")
                        .message("The %q label is deprecated, replace with %q")
                        .collections("redhat")
                        .finds(LabelsRules::deprecated),
                Rule.deny("labels.required_labels")
                        .title("The image has the labels it must have")
                        .message("%s")
                        .collections("redhat redhat_security")
                        .finds(LabelsRules::required),
                Rule.deny("labels.disallowed_inherited_labels")
                        .title("Labels that describe the image are its own")
                        .message("The %q label should not be inherited from the parent image")
                        .collections("redhat")
                        .finds(LabelsRules::inherited),
                Rule.deny("labels.rule_data_provided")
                        .title("Labels are configured in the right form")
                        .message("%s")
                        .collections("redhat policy_data redhat_security")
                        .finds(LabelsRules::malformedRuleData),
                Rule.deny("labels.inaccessible_parent_manifest")
                        .title("The manifest of the parent image can be read")
                        .message("Manifest of the image %q, parent of image %q is inaccessible")
                        .collections("redhat redhat_security")
                        .finds(LabelsRules::noParentManifest),
                Rule.deny("labels.inaccessible_parent_config")
                        .title("The configuration of the parent image can be read")
                        .message("Image config of the image %q, parent of image %q is inaccessible")
                        .collections("redhat")
                        .finds(LabelsRules::noParentConfiguration));
    }

    /** Images of file-based catalogs have lists of their own. */
    private static Value listed(Scene scene, ImageLabels labels, String key) {
        return scene.ruleData(labels.areOfCatalog() ? "fbc_" + key : key);
    }

    private static void missingOptional(Scene scene, Findings found) {
        ImageLabels labels = ImageLabels.of(scene);
        for (Value label : listed(scene, labels, "optional_labels").each()) {
            Value name = label.get("name");
            if (name.isDefined() && !labels.get(name).isDefined()) {
                found.finding(name, label.get("description"))
                        .about(name)
                        .since(label.get("effective_on"))
                        .report();
            }
        }
    }

    private static void required(Scene scene, Findings found) {
        ImageLabels labels = ImageLabels.of(scene);
        if (!labels.areKnown()) {
            return;
        }
        for (Value label : listed(scene, labels, "required_labels").each()) {
            Value name = label.get("name");
            Value value = labels.get(name);
            Value message = value.isDefined() ? unexpected(label, value) : missing(label);
            found.saying(message).about(name).since(label.get("effective_on")).report();
        }
    }

    private static Value missing(Value label) {
        return Template.fill(
                "The required %q label is missing. Label description: %s", label.get("name"), label.get("description"));
    }

    private static Value unexpected(Value label, Value value) {
        TreeSet<Value> allowed = new TreeSet<>(label.get("values").each());
        return allowed.isEmpty() || allowed.contains(value)
                ? Value.UNDEFINED
                : Template.fill(
                        "The %q label has an unexpected %q value. Must be one of: %s",
                        label.get("name"), value, Value.ofAll(allowed).joined(", "));
    }

    private static void deprecated(Scene scene, Findings found) {
        ImageLabels labels = ImageLabels.of(scene);
        for (Value label : scene.ruleData("deprecated_labels").each()) {
            Value name = label.get("name");
            if (labels.get(name).isDefined()) {
                found.finding(name, label.get("replacement"))
                        .about(name)
                        .since(label.get("effective_on"))
                        .report();
            }
        }
    }

    private static void inherited(Scene scene, Findings found) {
        ImageLabels labels = ImageLabels.of(scene);
        ImageLabels parent = labels.parent();
        for (Value label : listed(scene, labels, "disallowed_inherited_labels").each()) {
            Value name = label.get("name");
            if (labels.get(name).same(parent.get(name))) {
                found.finding(name).about(name).since(label.get("effective_on")).report();
            }
        }
    }

    private static void noManifest(Scene scene, Findings found) {
        if (scene.registry().manifest(scene.image()).isNull()) {
            found.add(scene.image());
        }
    }

    private static void noConfiguration(Scene scene, Findings found) {
        if (ImageLabels.of(scene).hasEmptyConfiguration()) {
            found.add(scene.image());
        }
    }

    private static void noParentManifest(Scene scene, Findings found) {
        ImageLabels parent = ImageLabels.of(scene).parent();
        if (parent.manifest().isNull()) {
            found.add(parent.reference(), scene.image());
        }
    }

    private static void noParentConfiguration(Scene scene, Findings found) {
        ImageLabels parent = ImageLabels.of(scene).parent();
        if (parent.manifest().isDefined() && parent.isImage() && !parent.hasConfiguration()) {
            found.add(parent.reference(), scene.image());
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        DataCheck.ruleData(scene, "required_labels", WITH_VALUES, found);
        DataCheck.ruleData(scene, "fbc_required_labels", WITH_VALUES, found);
        DataCheck.ruleData(scene, "optional_labels", DESCRIBED, found);
        DataCheck.ruleData(scene, "fbc_optional_labels", DESCRIBED, found);
        DataCheck.ruleData(scene, "disallowed_inherited_labels", NAMES, found);
        DataCheck.ruleData(scene, "optional_disallowed_inherited_labels", NAMES, found);
        DataCheck.ruleData(scene, "fbc_disallowed_inherited_labels", NAMES, found);
        DataCheck.ruleData(scene, "deprecated_labels", REPLACED, found);
    }
}
