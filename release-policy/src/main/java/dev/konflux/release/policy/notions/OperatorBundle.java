package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The manifests of an operator bundle, and the images that they mention. */
public final class OperatorBundle {

    private static final String MANIFESTS = "operators.operatorframework.io.bundle.manifests.v1";
    private static final String PACKAGE = "operators.operatorframework.io.bundle.package.v1";
    private static final String DEPLOYMENT = "spec.install.spec.deployments[%d (%q)].spec.template.spec.";
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\n]|[\\t\\n\\f\\r ]+");

    private final Scene scene;

    public OperatorBundle(Scene scene) {
        this.scene = scene;
    }

    /**
     * An image mentioned somewhere.
     *
     * @param image which image
     * @param place where it is mentioned
     */
    public record Mention(ImageReference image, Value place) {}

    private Value label(String name) {
        return scene.input().get("image", "config", "Labels", name);
    }

    /** The name of the operator's package. */
    public Value packageName() {
        return label(PACKAGE);
    }

    /** All manifests. */
    public List<Value> manifests() {
        Value folder = label(MANIFESTS);
        return scene.input().get("image", "files").entries().stream()
                .filter(file -> file.key().startsWith(folder))
                .map(Value.Entry::value)
                .toList();
    }

    /** The different ClusterServiceVersions. */
    public Set<Value> clusterServiceVersions() {
        Set<Value> found = new LinkedHashSet<>(manifests());
        found.removeIf(manifest -> !manifest.get("apiVersion").startsWith("operators.coreos.com/")
                || !manifest.get("kind").is("ClusterServiceVersion"));
        return found;
    }

    /** Every image that a ClusterServiceVersion mentions: related images, annotations, containers, variables. */
    public List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        for (Value csv : clusterServiceVersions()) {
            for (Value.Entry related : csv.get("spec", "relatedImages").entries()) {
                Value place = Template.fill("spec.relatedImages[%d].image", related.key());
                add(related.value().get("image"), place, mentions);
            }
            Value own = csv.get("metadata", "annotations", "containerImage");
            add(own, Value.of("annotations.containerImage"), mentions);
            addAnnotated(csv, mentions);
            for (Value.Entry deployment :
                    csv.get("spec", "install", "spec", "deployments").entries()) {
                addDeployed(deployment, "containers", mentions);
                addDeployed(deployment, "initContainers", mentions);
            }
        }
        return mentions;
    }

    private static void add(Value text, Value place, List<Mention> mentions) {
        if (place.isDefined()) {
            ImageReference.parse(text).ifPresent(image -> mentions.add(new Mention(image, place)));
        }
    }

    /** Annotations at any depth may hold several references. */
    private static void addAnnotated(Value node, List<Mention> mentions) {
        for (Value.Entry annotation : node.get("metadata", "annotations").entries()) {
            Value place = Template.fill("annotations[%q]", annotation.key());
            SEPARATORS
                    .splitAsStream(annotation.value().text().orElse(""))
                    .forEach(piece -> add(Value.of(piece), place, mentions));
        }
        node.each().forEach(inner -> addAnnotated(inner, mentions));
    }

    private static void addDeployed(Value.Entry deployment, String kind, List<Mention> mentions) {
        Value containers = deployment.value().get("spec", "template", "spec", kind);
        for (Value.Entry container : containers.entries()) {
            Value place = Template.fill(
                    DEPLOYMENT + kind + "[%d (%q)]",
                    deployment.key(),
                    name(deployment.value()),
                    container.key(),
                    name(container.value()));
            add(container.value().get("image"), Template.fill("%s.image", place), mentions);
            for (Value variable : container.value().get("env").each()) {
                if (variable.get("name").startsWith("RELATED_IMAGE_")) {
                    Value there = Template.fill("%s.env[%q]", place, variable.get("name"));
                    add(variable.get("value"), there, mentions);
                }
            }
        }
    }

    private static Value name(Value named) {
        return named.get("name").orElse(Value.of("unnamed"));
    }
}
