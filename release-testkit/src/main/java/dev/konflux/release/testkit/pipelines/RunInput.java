package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.collectors.Secret;
import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.PipelineRunner;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a run was given: its parameters, and the objects they name. Secrets and config maps are those of the run's own namespace. */
final class RunInput {

    private final PipelineRun run;
    private final Release release;
    private final ObjectReader cluster;

    RunInput(PipelineRunner.Request request) {
        this.run = request.run();
        this.release = request.release();
        this.cluster = request.cluster();
    }

    Release release() {
        return release;
    }

    ObjectReader cluster() {
        return cluster;
    }

    String namespace() {
        return run.namespace();
    }

    /** The value of a parameter of the run; of several with that name the first. */
    Optional<String> findParam(String name) {
        return run.params().stream()
                .filter(param -> param.name().equals(name))
                .map(param -> param.value())
                .findFirst();
    }

    String param(String name) {
        return findParam(name).orElseThrow(() -> new TaskFailure("the run has no parameter " + name));
    }

    /**
     * The object a parameter names.
     *
     * @param kind of the object; the parameter has the same name with a small first letter
     */
    DataObject object(String kind) {
        return object(kind, param(Character.toLowerCase(kind.charAt(0)) + kind.substring(1)));
    }

    /** The object of a kind that a reference {@code namespace/name} means. */
    DataObject object(String kind, String reference) {
        return cluster.find(ObjectKey.parse(kind, reference))
                .orElseThrow(() -> new TaskFailure("there is no " + kind + " " + reference));
    }

    /** The data of a config map of the run's namespace; empty when there is none. */
    DataObject configMap(String name) {
        return configMapAt(namespace() + "/" + name);
    }

    /** The data of the config map that a reference {@code namespace/name} means; empty when there is none. */
    DataObject configMapAt(String reference) {
        return cluster.find(ObjectKey.parse("ConfigMap", reference))
                .map(ConfigMap::of)
                .flatMap(map -> map.document().findObject("data"))
                .orElse(DataObject.empty());
    }

    /** A secret of the run's namespace. */
    Optional<Secret> findSecret(String name) {
        return cluster.find(new ObjectKey("Secret", namespace(), name))
                .map(secret -> Secret.encoded(name, texts(secret.findObject("data"))));
    }

    private static Map<String, String> texts(Optional<DataObject> values) {
        Map<String, String> texts = new HashMap<>();
        values.orElse(DataObject.empty())
                .members()
                .forEach((key, value) -> value.asText().ifPresent(text -> texts.put(key, text)));
        return texts;
    }
}
