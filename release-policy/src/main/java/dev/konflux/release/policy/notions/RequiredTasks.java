package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which tasks a pipeline must have: by what is built, else by default; now, and in the newest list. */
public final class RequiredTasks {

    private static final String BUILD_TYPE = "build.appstudio.redhat.com/build_type";
    private static final String RUNTIME = "pipelines.openshift.io/runtime";
    private static final String FBC_LABEL = "operators.operatorframework.io.index.configs.v1";

    private final Scene scene;
    private final Map<Provenance, Set<Value>> selectors = new HashMap<>();

    RequiredTasks(Scene scene) {
        this.scene = scene;
    }

    /**
     * A list of required tasks.
     *
     * @param isKnown whether anything can be said of the tasks; not where an entry names none
     * @param tasks names, or arrays of names of which one is enough
     * @param effectiveOn from when the list is in force
     * @param dates from when a task is required, where that differs
     */
    public record Requirement(boolean isKnown, List<Value> tasks, Value effectiveOn, Map<Value, Value> dates) {

        /** From when on the task is required. */
        public Value dateOf(Value task) {
            Value date = dates.get(normalized(task));
            return date == null ? effectiveOn : date;
        }

        /** The tasks that none of the names stands for, alternatives as a whole. */
        public Set<Value> missing(Collection<Value> names) {
            Set<Value> present = new HashSet<>(names);
            Set<Value> missing = new LinkedHashSet<>();
            for (Value task : tasks) {
                boolean found =
                        task.isArray() ? task.each().stream().anyMatch(present::contains) : present.contains(task);
                if (!found) {
                    missing.add(task);
                }
            }
            return missing;
        }
    }

    /** Whether there is a default list but nothing in it. */
    public boolean hasEmptyDefault() {
        return scene.data().get("required-tasks").isEmpty();
    }

    /** Whether there are lists for what the pipeline builds. */
    public boolean hasListsFor(Provenance pipeline) {
        return selectors(pipeline).stream()
                .anyMatch(selector -> lists(selector).each().iterator().hasNext());
    }

    /** The tasks required now of what the pipeline builds. */
    public Optional<Requirement> currentFor(Provenance pipeline) {
        return merged(pipeline, this::current);
    }

    /** The tasks of the newest lists of what the pipeline builds. */
    public Optional<Requirement> newestFor(Provenance pipeline) {
        return merged(pipeline, RequiredTasks::newest);
    }

    /** The tasks required now of any pipeline. */
    public Requirement currentDefault() {
        return plain(current(scene.data().get("required-tasks")));
    }

    /** The tasks of the newest default list. */
    public Requirement newestDefault() {
        return plain(newest(scene.data().get("required-tasks")));
    }

    private static Requirement plain(Value entry) {
        Value tasks = entry.get("tasks");
        boolean isKnown = tasks.isDefined() || !entry.isDefined();
        return new Requirement(isKnown, tasks.each(), entry.get("effective_on"), Map.of());
    }

    private static Value newest(Value entries) {
        return Ranking.last("effective_on", entries.each());
    }

    private Value current(Value entries) {
        return Ranking.last(
                "effective_on",
                entries.each().stream()
                        .filter(entry -> entry.get("effective_on").isTrue())
                        .filter(entry -> hasCome(Instants.parse(entry.get("effective_on"))))
                        .toList());
    }

    private boolean hasCome(Value time) {
        return time.isDefined() && time.compareTo(scene.now()) <= 0;
    }

    private Value lists(Value selector) {
        return scene.data().get("pipeline-required-tasks").at(selector);
    }

    private Optional<Requirement> merged(Provenance pipeline, UnaryOperator<Value> choice) {
        List<Value> chosen = selectors(pipeline).stream()
                .map(this::lists)
                .filter(Value::isFilled)
                .map(choice)
                .filter(Value::isDefined)
                .toList();
        List<Value> dates = chosen.stream()
                .map(entry -> entry.get("effective_on"))
                .filter(Value::isDefined)
                .sorted()
                .toList();
        if (chosen.isEmpty() || dates.isEmpty()) {
            return Optional.empty();
        }
        Map<Value, Value> byTask = new TreeMap<>();
        Set<Value> tasks = new LinkedHashSet<>();
        for (Value entry : chosen) {
            for (Value task : entry.get("tasks").each()) {
                tasks.add(normalized(task));
                Value date = entry.get("effective_on");
                if (date.isDefined()) {
                    byTask.merge(normalized(task), date, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        return Optional.of(new Requirement(true, new ArrayList<>(tasks), dates.get(dates.size() - 1), byTask));
    }

    private static Value normalized(Value task) {
        return task.isArray()
                ? Value.of(DataArray.of(task.each().stream()
                        .sorted()
                        .map(name -> name.data().orElseThrow())
                        .toList()))
                : task;
    }

    private Set<Value> selectors(Provenance pipeline) {
        return selectors.computeIfAbsent(pipeline, this::readSelectors);
    }

    /** What the pipeline builds, by the first place that tells. */
    private Set<Value> readSelectors(Provenance pipeline) {
        Set<Value> selectors = isFbc() ? Set.of() : buildTypes(pipeline, "metadata", "labels");
        if (selectors.isEmpty() && !isFbc()) {
            selectors = buildTypes(pipeline, "invocation", "environment", "labels");
        }
        if (!selectors.isEmpty()) {
            return selectors;
        }
        Value runtime = pipeline.predicate()
                .get("buildDefinition", "internalParameters", "labels", RUNTIME)
                .orElse(pipeline.predicate().get("invocation", "environment", "labels", RUNTIME))
                .orElse(pipeline.document().get("metadata", "labels", RUNTIME));
        if (runtime.isDefined()) {
            return Set.of(runtime);
        }
        return isFbc() ? Set.of(Value.of("fbc")) : Set.of();
    }

    private boolean isFbc() {
        return scene.input().get("image", "config", "Labels", FBC_LABEL).isTrue();
    }

    private static Set<Value> buildTypes(Provenance pipeline, String... place) {
        Set<Value> types = new LinkedHashSet<>();
        for (Task task : pipeline.buildTasks()) {
            Value type = task.data().get(place).get(BUILD_TYPE);
            if (type.isDefined()) {
                types.add(type);
            }
        }
        return types;
    }
}
