package dev.konflux.release.conformance;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Operator;
import dev.konflux.release.testkit.operator.OperatorSettings;
import dev.konflux.release.testkit.operator.Reconciliation;
import dev.konflux.release.testkit.runs.GitRemotes;
import dev.konflux.release.testkit.runs.RunSettings;
import dev.konflux.release.testkit.runs.TektonAdmission;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store and an operator as a transcript describes them. */
final class TranscriptWorld {

    private static final List<String> SHOWN =
            List.of("Release", "ReleasePlan", "ReleasePlanAdmission", "PipelineRun", "RoleBinding", "Role");
    private static final List<String> CHECKED =
            List.of("Release", "ReleasePlan", "ReleasePlanAdmission", "ReleaseServiceConfig");
    private static final List<String> BRANCHES = List.of("main", "development", "staging", "production");
    private static final List<String> BOOKKEEPING =
            List.of("uid", "resourceVersion", "generation", "managedFields", "generateName");

    private final ObjectStore store;
    private final Operator operator;
    private final Map<String, String> logs = new HashMap<>();
    private Instant now = Instant.EPOCH;

    TranscriptWorld(DataObject input) {
        Admission recorded = Admission.chain().knowing(kind -> CHECKED.contains(kind.kind()));
        AdmissionChain admission = ClusterAdmission.of(recorded);
        AdmissionChain tekton = input.findText("tekton").isPresent() ? new TektonAdmission() : AdmissionChain.open();
        this.store = new ObjectStore(() -> now, NameSource.counting(), admission.then(tekton));
        this.operator = Operator.watching(
                store,
                () -> now,
                settings(input.findObject("env").orElse(DataObject.empty())),
                remotes(input.findObject("git").orElse(DataObject.empty())),
                (namespace, pod) -> Optional.ofNullable(logs.get(namespace + "/" + pod)));
    }

    private static OperatorSettings settings(DataObject env) {
        OperatorSettings usual = OperatorSettings.defaults();
        return new OperatorSettings(
                env.findText("SERVICE_NAMESPACE").orElse(usual.serviceNamespace()),
                env.findText("ENTERPRISE_CONTRACT_CONFIG_MAP").orElse(usual.policyDefaults()),
                new RunSettings(
                        env.findText("DEFAULT_RELEASE_WORKSPACE_NAME")
                                .orElse(usual.runs().workspaceName()),
                        env.findText("DEFAULT_RELEASE_WORKSPACE_SIZE")
                                .orElse(usual.runs().workspaceSize()),
                        !env.findText("GITHUB_TOKEN").orElse("").isBlank()));
    }

    private static GitRemotes remotes(DataObject git) {
        return (url, branch) -> {
            Optional<DataObject> repository = git.findObject(url);
            if (repository.isEmpty()) {
                return BRANCHES.contains(branch) ? GitRemotes.anything().head(url, branch) : Optional.empty();
            }
            repository.get().findText("error").ifPresent(reason -> {
                throw new GitRemotes.Unreachable(reason);
            });
            return repository.get().findText("branches", branch);
        };
    }

    Instant now() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }

    ObjectStore store() {
        return store;
    }

    Operator operator() {
        return operator;
    }

    void work() {
        operator.retryAll();
        operator.run();
    }

    Optional<ApiError> create(String user, DataObject object) {
        return refusal(() -> store.as(user).create(object));
    }

    private static Optional<ApiError> refusal(Runnable request) {
        try {
            request.run();
            return Optional.empty();
        } catch (ApiException refused) {
            return Optional.of(refused.error());
        }
    }

    Optional<ApiError> apply(DataObject step) {
        String event = step.findText("event").orElse("");
        String user = step.findText("user").orElse("");
        return switch (event) {
            case "create" -> create(user, step.findObject("object").orElseThrow());
            case "patch" -> refusal(() -> patch(user, step));
            case "delete" -> refusal(() -> store.as(user).delete(key(step)));
            case "pipelineRun" -> refusal(() -> report(step));
            case "restart" -> {
                operator.restart();
                yield Optional.empty();
            }
            case "fault" -> {
                operator.arm(RecordedFault.of(step.findObject("fault").orElseThrow()));
                yield Optional.empty();
            }
            case "wait" -> Optional.empty();
            default -> throw new Area.Unsupported("event " + event);
        };
    }

    private void patch(String user, DataObject step) {
        DataObject patch = step.findObject("patch").orElseThrow();
        if (step.findText("subresource").isPresent()) {
            store.as(user).patchStatus(key(step), patch);
        } else {
            store.as(user).patch(key(step), patch);
        }
    }

    private ObjectKey key(DataObject step) {
        DataObject ref = step.findObject("ref").orElseThrow();
        if (ref.findText("kind").isPresent()) {
            return new ObjectKey(
                    ref.findText("kind").orElseThrow(),
                    ref.findText("namespace").orElse(""),
                    ref.findText("name").orElse(""));
        }
        ObjectKey release = ObjectKey.parse("Release", ref.findText("release").orElseThrow());
        String type = ref.findText("type").orElseThrow();
        Map<String, String> labels = new LinkedHashMap<>(Map.of(
                MetadataKeys.RELEASE_NAME, release.name(),
                MetadataKeys.RELEASE_NAMESPACE, release.namespace(),
                MetadataKeys.PIPELINE_TYPE, type));
        if (type.equals("managed")) {
            labels.put(
                    MetadataKeys.ATTEMPT,
                    ref.find("attempt").map(Data::toString).orElse("0"));
        }
        return store.list("PipelineRun", Selection.labelled(labels)).stream()
                .findFirst()
                .map(ObjectKey::of)
                .orElseThrow(() -> new ApiException(ApiError.notFound(new ObjectKey("PipelineRun", "", type))));
    }

    /** Tekton reports how a run goes. */
    private void report(DataObject step) {
        ObjectKey run = key(step);
        List<Data> children = new ArrayList<>();
        for (Data item : step.items("tasks")) {
            children.add(task(run, item.asObject().orElseThrow()));
        }
        DataObject condition = step.findObject("condition").orElse(DataObject.empty());
        DataObject.Builder status =
                DataObject.builder().put("conditions", DataArray.of(condition.with("type", Data.of("Succeeded"))));
        if (!children.isEmpty()) {
            status.put("childReferences", DataArray.of(children));
        }
        store.as("tekton").patchStatus(run, DataObject.of("status", status.build()));
    }

    private Data task(ObjectKey run, DataObject task) {
        String name = task.findText("name").orElse("");
        ObjectKey key = new ObjectKey("TaskRun", run.namespace(), run.name() + "-" + name);
        if (!task.findText("status").filter("missing"::equals).isPresent()) {
            writeTaskRun(key, run, name, task);
        }
        DataObject.Builder child = DataObject.builder().put("name", key.name()).put("pipelineTaskName", name);
        String kind = task.findText("kind").orElse("TaskRun");
        return kind.equals("-") ? child.build() : child.put("kind", kind).build();
    }

    private void writeTaskRun(ObjectKey key, ObjectKey run, String name, DataObject task) {
        if (store.find(key).isEmpty()) {
            DataObject labels = DataObject.of(
                    "tekton.dev/pipelineRun", Data.of(run.name()), "tekton.dev/pipelineTask", Data.of(name));
            store.as("tekton")
                    .create(DataObject.builder()
                            .put("apiVersion", "tekton.dev/v1")
                            .put("kind", "TaskRun")
                            .put(
                                    "metadata",
                                    DataObject.builder()
                                            .put("name", key.name())
                                            .put("namespace", key.namespace())
                                            .put("labels", labels)
                                            .build())
                            .put("spec", task.findObject("spec").orElse(DataObject.empty()))
                            .build());
        }
        store.as("tekton").patchStatus(key, DataObject.of("status", taskStatus(key, task)));
    }

    private DataObject taskStatus(ObjectKey key, DataObject task) {
        DataObject.Builder status = DataObject.builder();
        String truth = task.findText("status").orElse("");
        if (!truth.isEmpty()) {
            status.put(
                    "conditions",
                    DataArray.of(DataObject.builder()
                            .put("type", "Succeeded")
                            .put("status", truth)
                            .put("reason", task.findText("reason").orElse(""))
                            .put("message", task.findText("message").orElse(""))
                            .build()));
        }
        List<Data> steps = new ArrayList<>();
        for (Data step : task.items("steps")) {
            DataObject ended = step.asObject().orElseThrow();
            steps.add(DataObject.of("name", ended.find("name").orElseThrow(), "terminated", ended.without("name")));
        }
        if (!steps.isEmpty()) {
            status.put("steps", DataArray.of(steps));
        }
        task.findText("log").ifPresent(log -> {
            String pod = key.name() + "-pod";
            status.put("podName", pod);
            logs.put(key.namespace() + "/" + pod, log);
        });
        return status.build();
    }

    /** What there was before a step. */
    record Before(Map<ObjectKey, DataObject> objects, int reconciliations) {}

    Before snapshot() {
        return new Before(shown(), operator.reconciliations().size());
    }

    private Map<ObjectKey, DataObject> shown() {
        Map<ObjectKey, DataObject> shown = new LinkedHashMap<>();
        for (String kind : SHOWN) {
            store.list(kind, Selection.everything()).forEach(object -> shown.put(ObjectKey.of(object), shown(object)));
        }
        return shown;
    }

    private static DataObject shown(DataObject object) {
        DataObject.Builder metadata = object.findObject("metadata").orElseThrow().toBuilder();
        BOOKKEEPING.forEach(metadata::remove);
        DataObject shown = object.with("metadata", metadata.build());
        return ObjectKey.of(object).kind().equals("PipelineRun") ? shown.without("status") : shown;
    }

    List<DataObject> changedSince(Before before) {
        List<DataObject> changed = new ArrayList<>();
        shown().forEach((key, object) -> {
            if (!object.equals(before.objects().get(key))) {
                changed.add(object);
            }
        });
        return changed;
    }

    List<Data> deletedSince(Before before) {
        Map<ObjectKey, DataObject> after = shown();
        List<Data> deleted = new ArrayList<>();
        before.objects().keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> deleted.add(Data.of(key.toString())));
        return deleted;
    }

    List<Reconciliation> reconciliationsSince(Before before) {
        List<Reconciliation> all = operator.reconciliations();
        return all.subList(before.reconciliations(), all.size());
    }

    List<Reconciliation> retrying() {
        return operator.retrying();
    }
}
