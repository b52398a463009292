package dev.konflux.release.policy.notions;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableListMultimap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A task of a pipeline, whether it ran (either format of provenance) or is merely defined. */
public final class Task {

    private final Value data;
    private final Supplier<Optional<TaskReference>> reference;
    private final Supplier<TaskArtifacts> artifacts = Suppliers.memoize(() -> new TaskArtifacts(this));
    private final Supplier<Value> parameters = Suppliers.memoize(this::readParameters);
    private final Supplier<Set<Value>> names = Suppliers.memoize(this::readNames);
    private final Supplier<ImmutableListMultimap<String, Value>> results = Suppliers.memoize(this::readResults);

    private Task(Value data) {
        this.data = data;
        this.reference = Suppliers.memoize(() -> TaskReference.of(data));
    }

    /** The task as the document has it; the newer format's results and parameters are put where the older one has them. */
    public static Task of(Value candidate) {
        Value results = candidate.get("status", "results");
        if (!results.isTrue() || !candidate.isObject()) {
            return new Task(candidate);
        }
        DataObject.Builder complete = candidate.object().orElseThrow().toBuilder();
        complete.put("results", results.data().orElseThrow());
        Value parameters = candidate.get("spec", "params");
        if (parameters.isTrue() && parameters.isFilled()) {
            complete.put("params", parameters.data().orElseThrow());
        }
        return new Task(Value.of(complete.build()));
    }

    /** The different bundles that the tasks come from. */
    public static Set<Value> bundles(Collection<Task> tasks) {
        Set<Value> bundles = new LinkedHashSet<>();
        tasks.stream()
                .map(Task::bundle)
                .filter(bundle -> bundle.differs(Value.of("")))
                .forEach(bundles::add);
        return bundles;
    }

    /** The task's document. */
    public Value data() {
        return data;
    }

    /** Whether its reference is one, and one of a task. */
    boolean isTask() {
        return reference.get().filter(r -> r.kind().equals("task")).isPresent();
    }

    /** Where the task comes from; empty when the reference makes no sense. */
    public Optional<TaskReference> reference() {
        return reference.get();
    }

    /** The bundle the task comes from; undefined for tasks that come from elsewhere. */
    public Value bundle() {
        return reference().map(TaskReference::bundle).orElse(Value.UNDEFINED);
    }

    /** The name of the task (not the one it has in its pipeline). */
    public Value name() {
        return reference().map(TaskReference::name).orElse(Value.UNDEFINED);
    }

    /** The name that the task has in its pipeline. */
    public Value pipelineTaskName() {
        Value name = data.get("name");
        return name.isTrue()
                ? name
                : data.get("metadata", "labels", "tekton.dev/pipelineTask").orElse(name);
    }

    /** The name of the task, and the name with each parameter: {@code name[parameter=value]}. */
    public Set<Value> names() {
        return names.get();
    }

    private Set<Value> readNames() {
        Set<Value> names = new LinkedHashSet<>();
        Optional<Value> plain = name().split("[").stream().findFirst();
        if (plain.isPresent()) {
            names.add(plain.get());
            for (Value.Entry parameter : parameters().entries()) {
                names.add(Template.fill("%s[%s=%s]", plain.get(), parameter.key(), parameter.value()));
            }
        }
        return names;
    }

    /** Name and version of where the task comes from: {@code key@pinned}. */
    public Value info() {
        return reference().map(r -> Template.fill("%s@%s", r.key(), r.pinned())).orElse(Value.UNDEFINED);
    }

    /** The parameters by name. */
    public Value parameters() {
        return parameters.get();
    }

    /** The value of that parameter. */
    public Value parameter(String name) {
        return parameters().get(name);
    }

    private Value readParameters() {
        Value listed = data.get("params");
        if (!listed.isTrue() || listed.isEmpty()) {
            return data.get("invocation", "parameters");
        }
        Map<String, Data> parameters = new TreeMap<>();
        for (Value parameter : listed.each()) {
            Optional<String> name = parameter.get("name").text();
            Optional<Data> value = parameter.get("value").data();
            if (name.isPresent() && value.isPresent()) {
                Data before = parameters.put(name.get(), value.get());
                Ambiguity.refuse(before, value.get(), "parameter");
            }
        }
        return Value.of(DataObject.of(parameters));
    }

    /** The results. */
    public List<Value> results() {
        return data.get("results").each();
    }

    /** The value of that result. */
    public Value result(String name) {
        Value found = Value.UNDEFINED;
        for (Value value : resultsNamed(name)) {
            Ambiguity.refuse(found.data().orElse(null), value.data().orElseThrow(), "result");
            found = value;
        }
        return found;
    }

    /** The values of all results of that name; one is expected. */
    List<Value> resultsNamed(String name) {
        return results.get().get(name);
    }

    private ImmutableListMultimap<String, Value> readResults() {
        ImmutableListMultimap.Builder<String, Value> values = ImmutableListMultimap.builder();
        for (Value result : results()) {
            Optional<String> name = result.get("name").text();
            Value value = result.get("value");
            if (name.isPresent() && value.isDefined()) {
                values.put(name.get(), value);
            }
        }
        return values.build();
    }

    /** The steps. */
    public Value steps() {
        return data.get("steps").orElse(Value.of(DataArray.empty()));
    }

    /** The labels. */
    public Value labels() {
        return data.get("metadata", "labels").orElse(data.get("invocation", "environment", "labels"));
    }

    /** The annotations. */
    public Value annotations() {
        return data.get("metadata", "annotations").orElse(data.get("invocation", "environment", "annotations"));
    }

    /** What the task says it built. */
    public TaskArtifacts artifacts() {
        return artifacts.get();
    }

    /** Whether the task reports something built: a place and a digest. */
    boolean isBuildTask() {
        return !artifacts().urls().isEmpty() && !artifacts().digests().isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Task that && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return data.hashCode();
    }
}
