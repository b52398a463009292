package dev.konflux.release.policy.notions;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The attestations of the image, above all those of the PipelineRun that built it. */
public final class Attestations {

    static final String SLSA_V1 = "https://slsa.dev/provenance/v1";
    static final String SLSA_V02 = "https://slsa.dev/provenance/v0.2";

    private final Scene scene;
    private final Supplier<List<Provenance>> pipelineRuns = Suppliers.memoize(this::latestPipelineRuns);
    private final Supplier<List<Task>> tasks = Suppliers.memoize(
            () -> pipelineRuns().stream().flatMap(run -> run.tasks().stream()).toList());
    private final Map<String, List<NamedResult>> results = new HashMap<>();

    Attestations(Scene scene) {
        this.scene = scene;
    }

    /** A result of a task of the PipelineRun, read as JSON where it is JSON, with the name and the bundle of its task. */
    public record NamedResult(Value value, Value task, Value bundle) {}

    /** Every attestation of the input. */
    public List<Value> all() {
        return scene.input().get("attestations").each();
    }

    /** The SLSA provenances, of whatever build. */
    public List<Value> slsaProvenances() {
        return all().stream()
                .filter(attestation ->
                        attestation.get("statement", "predicateType").is(SLSA_V1)
                                || attestation.get("statement", "predicateType").is(SLSA_V02))
                .toList();
    }

    /** The provenances of the PipelineRun: of each version of the format only the newest. */
    public List<Provenance> pipelineRuns() {
        return pipelineRuns.get();
    }

    /** The tasks of all PipelineRun provenances. */
    public List<Task> tasks() {
        return tasks.get();
    }

    /** The build tasks of all PipelineRun provenances. */
    public List<Task> buildTasks() {
        return pipelineRuns().stream().flatMap(run -> run.buildTasks().stream()).toList();
    }

    /** The pre-build tasks of all PipelineRun provenances. */
    public List<Task> preBuildTasks() {
        return pipelineRuns().stream()
                .flatMap(run -> run.preBuildTasks().stream())
                .toList();
    }

    /** What the manifests of the bundles say that the tasks come from; undefined when they cannot be had. */
    public Value manifests() {
        return scene.registry().manifests(Task.bundles(tasks()));
    }

    /** The results of that name of all tasks of the PipelineRun. */
    public List<NamedResult> resultsNamed(String name) {
        return results.computeIfAbsent(name, this::findResults);
    }

    private List<NamedResult> findResults(String name) {
        List<NamedResult> found = new ArrayList<>();
        for (Task task : tasks()) {
            for (Value raw : task.resultsNamed(name)) {
                found.add(new NamedResult(raw.json().orElse(raw), task.name(), task.bundle()));
            }
        }
        return found;
    }

    private List<Provenance> latestPipelineRuns() {
        List<Provenance> latest = new ArrayList<>(latest(this::isPipelineRunV02));
        latest.addAll(latest(this::isPipelineRunV1));
        return latest;
    }

    private boolean isAllowed(Value buildType) {
        return buildType.in(scene.ruleData("allowed_provenance_build_types"));
    }

    private boolean isPipelineRunV02(Value attestation) {
        return isAllowed(attestation.get("statement", "predicate", "buildType"));
    }

    private boolean isPipelineRunV1(Value attestation) {
        Value definition = attestation.get("statement", "predicate", "buildDefinition");
        Value run = definition.get("externalParameters", "runSpec");
        boolean isTaskRun = run.isObject()
                && !run.get("pipelineRef").isDefined()
                && !run.get("pipelineSpec").isDefined();
        return attestation.get("statement", "predicateType").is(SLSA_V1)
                && isAllowed(definition.get("buildType"))
                && !isTaskRun;
    }

    private List<Provenance> latest(Predicate<Value> kind) {
        List<Value> candidates = all().stream().filter(kind).toList();
        if (candidates.size() == 1) {
            return List.of(new Provenance(candidates.get(0)));
        }
        List<Value> times =
                candidates.stream().map(Attestations::buildFinishedOn).toList();
        Optional<Value> newest = times.stream().max(Value::compareTo);
        if (newest.isEmpty() || !times.stream().allMatch(Value::isTrue)) {
            return List.of();
        }
        return candidates.stream()
                .filter(candidate -> buildFinishedOn(candidate).equals(newest.get()))
                .map(Provenance::new)
                .toList();
    }

    private static Value buildFinishedOn(Value attestation) {
        Value predicate = attestation.get("statement", "predicate");
        return predicate
                .get("metadata", "buildFinishedOn")
                .orElse(predicate.get("runDetails", "metadata", "buildFinishedOn"))
                .orElse(predicate.get("runDetails", "metadata", "finishedOn"));
    }

    /**
     * Whether the input is an image index, as far as that shows in the provenance: a build task that lists images reports the digest of
     * the image under judgement.
     */
    public boolean isForImageIndex() {
        Set<Value> digests = new TreeSet<>();
        for (Task task : buildTasks()) {
            if (task.result("IMAGES").trimmed().isFilled()) {
                digests.add(task.result("IMAGE_DIGEST").trimmed());
            }
        }
        Value digest = ImageReference.digestOf(scene.image());
        return digest.isFilled() && digests.contains(digest);
    }
}
