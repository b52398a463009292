package dev.konflux.release.policy.notions;

import com.google.common.base.CharMatcher;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.policy.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What tells of tasks: the provenance of a PipelineRun in either format, or the definition of a Pipeline. */
public final class Provenance {

    private static final Set<String> PRE_BUILD_TASKS = Set.of("run-script-oci-ta");

    private final Value document;
    private final Supplier<List<Task>> tasks = Suppliers.memoize(this::readTasks);
    private final Supplier<List<Task>> buildTasks =
            Suppliers.memoize(() -> tasks().stream().filter(Task::isBuildTask).toList());

    private final Supplier<TrustedArtifacts> artifacts = Suppliers.memoize(() -> new TrustedArtifacts(tasks()));

    public Provenance(Value document) {
        this.document = document;
    }

    /** The whole document. */
    public Value document() {
        return document;
    }

    /** The statement of the attestation. */
    public Value statement() {
        return document.get("statement");
    }

    /** The predicate of the statement. */
    public Value predicate() {
        return document.get("statement", "predicate");
    }

    /** The tasks, each different one once. */
    public List<Task> tasks() {
        return tasks.get();
    }

    /** The tasks that report an image or artifact with its digest. */
    public List<Task> buildTasks() {
        return buildTasks.get();
    }

    /** What the tasks hand on to each other. */
    public TrustedArtifacts artifacts() {
        return artifacts.get();
    }

    /** The tasks that run a script before the build. */
    public List<Task> preBuildTasks() {
        return tasks().stream()
                .filter(task ->
                        task.name().text().filter(PRE_BUILD_TASKS::contains).isPresent())
                .toList();
    }

    /** The tasks that report a test. */
    public List<Task> testTasks() {
        return tasks().stream()
                .filter(task -> task.result("TEST_OUTPUT").isFilled())
                .toList();
    }

    /** The tasks that fetched a source: those with a commit and a url. */
    public List<Task> gitCloneTasks() {
        return tasks().stream()
                .filter(task -> task.result("commit").trimmed().isFilled()
                        && task.result("url").trimmed().isFilled())
                .toList();
    }

    /** What went into the build; nothing for an unknown format. */
    public List<Value> materials() {
        return materials(document).each();
    }

    static Value materials(Value attestation) {
        Value statement = attestation.get("statement");
        if (statement.get("predicateType").is(Attestations.SLSA_V1)) {
            return statement.get("predicate", "buildDefinition", "resolvedDependencies");
        }
        return statement.get("predicateType").is(Attestations.SLSA_V02)
                ? statement.get("predicate", "materials")
                : Value.UNDEFINED;
    }

    private List<Task> readTasks() {
        Set<Value> distinct = new LinkedHashSet<>();
        List<Task> tasks = new ArrayList<>();
        for (Value candidate : candidates()) {
            Task task = Task.of(candidate);
            if (task.isTask() && distinct.add(task.data())) {
                tasks.add(task);
            }
        }
        return tasks;
    }

    private List<Value> candidates() {
        Value type = document.get("statement", "predicateType");
        if (type.is(Attestations.SLSA_V02)) {
            return predicate().get("buildConfig", "tasks").each();
        }
        if (type.is(Attestations.SLSA_V1)) {
            return attached();
        }
        return document.get("spec").isTrue() ? defined() : List.of();
    }

    /** In the newer format a task is Base64 of JSON; what is not that does not exist. */
    private List<Value> attached() {
        return predicate().get("buildDefinition", "resolvedDependencies").each().stream()
                .filter(dependency -> dependency.get("name").is("pipelineTask"))
                .map(dependency -> decoded(dependency.get("content")))
                .filter(Value::isDefined)
                .toList();
    }

    private static Value decoded(Value content) {
        String text = content.text().map(CharMatcher.anyOf("\r\n")::removeFrom).orElse("");
        if (text.isEmpty() || text.length() % 4 != 0) {
            return Value.UNDEFINED;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Value.of(new String(bytes, StandardCharsets.UTF_8)).json();
        } catch (IllegalArgumentException notBase64) {
            return Value.UNDEFINED;
        }
    }

    private List<Value> defined() {
        Value tasks = document.get("spec").get("tasks");
        Value last = document.get("spec").get("finally");
        if ((tasks.isDefined() && !tasks.isArray()) || (last.isDefined() && !last.isArray())) {
            return List.of();
        }
        List<Value> all = new ArrayList<>(tasks.each());
        all.addAll(last.each());
        return all;
    }
}
