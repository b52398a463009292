package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The artifacts that the tasks of one run hand on to each other by digest. */
public final class TrustedArtifacts {

    private static final String ARTIFACT = "oci:.*@sha256:[0-9a-f]{64}";
    private static final String SUFFIX = "_ARTIFACT";

    private final Scene scene;
    private final Provenance run;

    public TrustedArtifacts(Scene scene, Provenance run) {
        this.scene = scene;
        this.run = run;
    }

    /** The artifacts that the task was given. */
    public Set<Value> inputs(Task task) {
        Set<Value> inputs = new LinkedHashSet<>();
        for (Value.Entry parameter : task.parameters().entries()) {
            if (parameter.key().endsWith(SUFFIX) && isArtifact(parameter.value())) {
                inputs.add(parameter.value());
            }
        }
        return inputs;
    }

    /** The artifacts that the task made. */
    public Set<Value> outputs(Task task) {
        Set<Value> outputs = new LinkedHashSet<>();
        for (Value result : task.results()) {
            boolean isNamedSo =
                    result.get("type").is("string") && result.get("name").endsWith(SUFFIX);
            if (isNamedSo && isArtifact(result.get("value"))) {
                outputs.add(result.get("value"));
            }
        }
        return outputs;
    }

    private boolean isArtifact(Value value) {
        return scene.patterns().find(Value.of(ARTIFACT), value);
    }

    /** Whether a task of the run made the artifact. */
    public boolean isProduced(Value artifact) {
        return run.tasks().stream().anyMatch(task -> outputs(task).contains(artifact));
    }

    /** Whether any task of the run was given or made an artifact. */
    public boolean areUsed() {
        return run.tasks().stream()
                .anyMatch(task -> !inputs(task).isEmpty() || !outputs(task).isEmpty());
    }

    /** The names in the pipeline of the task and of all tasks whose artifacts went into it, in order. */
    public Set<Value> chain(Value pipelineTaskName) {
        Set<Value> reached = new TreeSet<>();
        Deque<Value> next = new ArrayDeque<>(List.of(pipelineTaskName));
        while (!next.isEmpty()) {
            Value name = next.pop();
            List<Task> tasks = named(name);
            if (!tasks.isEmpty() && reached.add(name)) {
                tasks.forEach(task -> next.addAll(sources(task)));
            }
        }
        return reached;
    }

    private List<Task> named(Value name) {
        return run.tasks().stream()
                .filter(task -> task.pipelineTaskName().same(name))
                .toList();
    }

    private Set<Value> sources(Task task) {
        Set<Value> inputs = inputs(task);
        Set<Value> sources = new LinkedHashSet<>();
        for (Task other : run.tasks()) {
            if (other.pipelineTaskName().isDefined() && outputs(other).stream().anyMatch(inputs::contains)) {
                sources.add(other.pipelineTaskName());
            }
        }
        return sources;
    }

    /** The tasks of those names. */
    public List<Task> tasks(Set<Value> names) {
        return run.tasks().stream()
                .filter(task -> names.contains(task.pipelineTaskName()))
                .toList();
    }
}
