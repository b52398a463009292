package dev.konflux.release.policy.notions;

import com.google.common.base.CharMatcher;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.re2j.Pattern;
import dev.konflux.release.policy.RuleEvaluationException;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The artifacts that the tasks of one run hand on to each other by digest. */
public final class TrustedArtifacts {

    private static final Pattern ARTIFACT = Pattern.compile("oci:.*@sha256:[0-9a-f]{64}");
    private static final String PINNED = "@sha256:";
    private static final int DIGITS = 64;
    private static final CharMatcher HEX = CharMatcher.inRange('0', '9').or(CharMatcher.inRange('a', 'f'));
    private static final String SUFFIX = "_ARTIFACT";

    private final List<Task> tasks;
    private final SetMultimap<Task, Value> inputs = LinkedHashMultimap.create();
    private final SetMultimap<Value, Task> producers = LinkedHashMultimap.create();
    private @Nullable Map<Value, Set<Value>> sources;

    TrustedArtifacts(List<Task> tasks) {
        this.tasks = tasks;
        for (Task task : tasks) {
            inputs.putAll(task, inputsOf(task));
            outputsOf(task).forEach(artifact -> producers.put(artifact, task));
        }
    }

    private static Set<Value> inputsOf(Task task) {
        Set<Value> inputs = new LinkedHashSet<>();
        for (Value.Entry parameter : task.parameters().entries()) {
            if (parameter.key().endsWith(SUFFIX) && isArtifact(parameter.value())) {
                inputs.add(parameter.value());
            }
        }
        return inputs;
    }

    private static Set<Value> outputsOf(Task task) {
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

    private static boolean isArtifact(Value value) {
        return value.text()
                .filter(text -> isPlainArtifact(text) || ARTIFACT.matcher(text).find())
                .isPresent();
    }

    /** What nearly every artifact looks like, told without searching. */
    private static boolean isPlainArtifact(String text) {
        int digest = text.length() - PINNED.length() - DIGITS;
        return text.startsWith("oci:")
                && text.startsWith(PINNED, digest)
                && HEX.matchesAllOf(text.substring(digest + PINNED.length()))
                && text.indexOf('\n') < 0;
    }

    /** The artifacts that the task was given. */
    public Set<Value> inputs(Task task) {
        return inputs.get(task);
    }

    /** Whether a task of the run made the artifact. */
    public boolean isProduced(Value artifact) {
        return producers.containsKey(artifact);
    }

    /** Whether any task of the run was given or made an artifact. */
    public boolean areUsed() {
        return !inputs.isEmpty() || !producers.isEmpty();
    }

    /**
     * The names in the pipeline of the task and of all tasks whose artifacts went into it, in order.
     *
     * @throws RuleEvaluationException when two tasks of one name in the pipeline were made from different tasks
     */
    public Set<Value> chain(Value pipelineTaskName) {
        if (sources == null) {
            sources = readSources();
        }
        Set<Value> reached = new TreeSet<>();
        Deque<Value> next = new ArrayDeque<>(List.of(pipelineTaskName));
        while (!next.isEmpty()) {
            Value name = next.pop();
            Set<Value> before = sources.get(name);
            if (before != null && reached.add(name)) {
                next.addAll(before);
            }
        }
        return reached;
    }

    private Map<Value, Set<Value>> readSources() {
        Map<Value, Set<Value>> graph = new LinkedHashMap<>();
        for (Task task : tasks) {
            if (task.pipelineTaskName().isDefined()) {
                Set<Value> found = sources(task);
                Set<Value> other = graph.put(task.pipelineTaskName(), found);
                if (other != null && !other.equals(found)) {
                    throw new RuleEvaluationException("eval_conflict_error: object keys must be unique: tasks named "
                            + task.pipelineTaskName() + " were made from different tasks");
                }
            }
        }
        return graph;
    }

    private Set<Value> sources(Task task) {
        Set<Value> sources = new LinkedHashSet<>();
        for (Value input : inputs(task)) {
            for (Task producer : producers.get(input)) {
                if (producer.pipelineTaskName().isDefined()) {
                    sources.add(producer.pipelineTaskName());
                }
            }
        }
        return sources;
    }

    /** The tasks of those names. */
    public List<Task> tasks(Set<Value> names) {
        return tasks.stream()
                .filter(task -> names.contains(task.pipelineTaskName()))
                .toList();
    }
}
