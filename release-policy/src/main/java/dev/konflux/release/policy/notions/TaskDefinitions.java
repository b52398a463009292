package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** The definitions of tasks under judgement: the input itself, and what is in the bundle that the input names. */
public final class TaskDefinitions {

    private TaskDefinitions() {}

    /** The different definitions. */
    public static Set<Value> in(Scene scene) {
        Set<Value> tasks = new LinkedHashSet<>();
        if (scene.input().get("apiVersion").isTrue()) {
            tasks.add(scene.input());
        }
        for (Value layer :
                scene.registry().manifest(scene.image()).get("layers").each()) {
            Value annotations = layer.get("annotations");
            if (annotations.get("dev.tekton.image.kind").is("task")) {
                Value name = annotations.get("dev.tekton.image.name");
                Value repository = scene.image().split("@").get(0);
                Value blob = Template.fill("%s@%s", repository, layer.get("digest"));
                Value task = scene.registry().blobFiles(blob, name).at(name);
                if (task.isDefined()) {
                    tasks.add(task);
                }
            }
        }
        return tasks;
    }

    /** Name and version of a resource, {@code noname} and {@code noversion} where it does not tell. */
    public static Value nameAndVersion(Value resource) {
        Value name = resource.get("metadata", "name").orElse(Value.of("noname"));
        Value version =
                resource.get("metadata", "labels", "app.kubernetes.io/version").orElse(Value.of("noversion"));
        return Template.fill("%s/%s", name, version);
    }
}
