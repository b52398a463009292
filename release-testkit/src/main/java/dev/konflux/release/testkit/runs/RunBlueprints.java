package dev.konflux.release.testkit.runs;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.GitReference;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Parameter;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.golang.GoQuantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws the runs of a release. What a run is told, and in which order, is a contract with the pipelines. */
public final class RunBlueprints {

    /** Keeps the operator's objects until it has looked at them. */
    public static final String FINALIZER = "appstudio.redhat.com/release-finalizer";

    /** Names the release a run belongs to. */
    public static final String OWNER = "operator-sdk/primary-resource";

    private static final String OWNER_TYPE = OWNER + "-type";
    private static final String PIPELINES_AS_CODE = "pac.test.appstudio.openshift.io";
    private static final String SPAN_CONTEXT = "tekton.dev/pipelinerunSpanContext";
    private static final String COLLECTORS_PATH = "pipelines/run-collectors/run-collectors.yaml";
    private static final String CATALOG_URL = "https://github.com/konflux-ci/release-service-catalog.git";
    private static final String CATALOG_REVISION = "production";
    private static final List<String> POLICY_DEFAULTS = List.of("verify_ec_task_bundle", "verify_ec_task_git_revision");

    private final RunSettings settings;
    private final GitRemotes remotes;
    private final ServiceSettings service;
    private final Optional<Workspace> workspace;

    private RunBlueprints(
            RunSettings settings, GitRemotes remotes, ServiceSettings service, Optional<Workspace> workspace) {
        this.settings = settings;
        this.remotes = remotes;
        this.service = service;
        this.workspace = workspace;
    }

    /** Blueprints of an operator. */
    public RunBlueprints(RunSettings settings, GitRemotes remotes, ServiceSettings service) {
        this(
                settings,
                remotes,
                service,
                GoQuantity.parse(settings.workspaceSize())
                        .map(size -> Workspace.of(settings.workspaceName(), size.text())));
    }

    /** The blueprints of the same operator when its service is configured so. */
    public RunBlueprints configured(ServiceSettings other) {
        return new RunBlueprints(settings, remotes, other, workspace);
    }

    /** The run of the plan's collectors. Without an admission it has no repository, and cannot be built. */
    public RunDraft tenantCollectors(
            Release release, String previous, ReleasePlan plan, Optional<ReleasePlanAdmission> admission) {
        // The operator dereferences the admission's pipeline without looking whether there is one.
        if (admission.isPresent() && admission.get().pipeline().isEmpty()) {
            return RunDraft.broken("collectors need the pipeline of the ReleasePlanAdmission, which has none");
        }
        Optional<PipelineReference> managed =
                admission.flatMap(ReleasePlanAdmission::pipeline).map(Pipeline::pipelineRef);
        String url =
                managed.map(ref -> orDefault(ref.findParam("url"), CATALOG_URL)).orElse("");
        String revision = managed.map(ref -> orDefault(ref.findParam("revision"), CATALOG_REVISION))
                .orElse("");
        return collectors(Phase.TENANT_COLLECTORS, release, previous, plan, plan.collectors(), url, revision);
    }

    private static String orDefault(Optional<String> value, String other) {
        return value.filter(text -> !text.isEmpty()).orElse(other);
    }

    /** The run of the admission's collectors. */
    public RunDraft managedCollectors(Release release, String previous, ReleasePlanAdmission admission) {
        Optional<PipelineReference> managed = admission.pipeline().map(Pipeline::pipelineRef);
        if (managed.isEmpty()) {
            return RunDraft.broken("collectors need the pipeline of the ReleasePlanAdmission, which has none");
        }
        // Unlike in the tenant's run, an empty parameter is not replaced.
        String url = managed.get().findParam("url").orElse(CATALOG_URL);
        String revision = managed.get().findParam("revision").orElse(CATALOG_REVISION);
        return collectors(
                Phase.MANAGED_COLLECTORS, release, previous, admission, admission.collectors(), url, revision);
    }

    private RunDraft collectors(
            Phase phase,
            Release release,
            String previous,
            Resource source,
            Optional<CollectorSettings> collectors,
            String url,
            String revision) {
        PipelineReference pipeline = PipelineReference.git(url, revision, COLLECTORS_PATH);
        RunDraft.Builder run = start(phase, release, source.namespace(), Map.of());
        run.param("release", release.reference()).param("previousRelease", previous);
        addPipeline(run, pipeline);
        run.param("collectorsResourceType", source.kind().toLowerCase(Locale.ROOT));
        run.param("collectorsResource", source.reference());
        run.serviceAccount(
                collectors.flatMap(CollectorSettings::serviceAccountName).orElse(""));
        addWorkspace(run, false);
        return run.build();
    }

    /** The run of a tenant or final pipeline. */
    public RunDraft tenant(Phase phase, Release release, ReleasePlan plan, Snapshot snapshot, Pipeline pipeline) {
        RunDraft.Builder run = start(phase, release, plan.namespace(), subject(release, plan));
        run.param("release", release.reference())
                .param("releasePlan", plan.reference())
                .param("snapshot", snapshot.reference());
        for (Parameter param : pipeline.params()) {
            run.param(param.name(), param.value());
        }
        addPipeline(run, pipeline.pipelineRef());
        addExecution(run, pipeline, RunOrder.of(0, pipeline));
        addWorkspace(run, pipeline.pipelineRef().useEmptyDir());
        return run.build();
    }

    /** The run of a managed pipeline. */
    public RunDraft managed(Release release, ManagedResources resources, Pipeline pipeline, RunOrder order) {
        ReleasePlanAdmission admission = resources.admission();
        Map<String, String> labels = new LinkedHashMap<>(subject(release, resources.plan()));
        labels.put(MetadataKeys.ATTEMPT, Long.toString(order.attempt()));
        RunDraft.Builder run = start(Phase.MANAGED, release, admission.namespace(), labels);
        run.param("release", release.reference())
                .param("releasePlan", resources.plan().reference())
                .param("releasePlanAdmission", admission.reference())
                .param("releaseServiceConfig", service.reference())
                .param("snapshot", resources.snapshot().reference())
                .param(
                        "enterpriseContractPolicy",
                        PolicyText.of(resources.policy().spec()));
        for (String name : POLICY_DEFAULTS) {
            resources.policyDefaults().findText("data", name).ifPresent(value -> run.param(name, value));
        }
        addPipeline(run, pipeline.pipelineRef());
        pipeline.pipelineRef()
                .ociStorage()
                .filter(place -> !place.isEmpty())
                .ifPresent(place -> run.param("ociStorage", place));
        addExecution(run, pipeline, order);
        addWorkspace(
                run,
                pipeline.pipelineRef().findGit().filter(service::wantsEmptyDir).isPresent());
        return run.build();
    }

    /** What a managed run is made from. */
    public record ManagedResources(
            ReleasePlan plan,
            ReleasePlanAdmission admission,
            DataObject policyDefaults,
            EnterpriseContractPolicy policy,
            Snapshot snapshot) {}

    private static Map<String, String> subject(Release release, ReleasePlan plan) {
        return ImmutableMap.of(
                MetadataKeys.APPLICATION, plan.application(), "appstudio.openshift.io/snapshot", release.snapshot());
    }

    private static RunDraft.Builder start(
            Phase phase, Release release, String namespace, Map<String, String> furtherLabels) {
        Map<String, String> annotations = new LinkedHashMap<>();
        release.annotations().forEach((key, value) -> {
            if (key.startsWith(PIPELINES_AS_CODE) || key.startsWith(SPAN_CONTEXT)) {
                annotations.put(key, value);
            }
        });
        annotations.put(OWNER, release.reference());
        annotations.put(OWNER_TYPE, "Release.appstudio.redhat.com");
        Map<String, String> labels = new LinkedHashMap<>(furtherLabels);
        labels.put(MetadataKeys.SERVICE, "release");
        labels.put(MetadataKeys.PIPELINE_TYPE, phase.runType());
        labels.put(MetadataKeys.RELEASE_NAME, release.name());
        labels.put(MetadataKeys.RELEASE_NAMESPACE, release.namespace());
        return new RunDraft.Builder()
                .named(phase.runType(), namespace)
                .metadata("labels", labels)
                .metadata("annotations", annotations)
                .finalizer(FINALIZER);
    }

    private void addPipeline(RunDraft.Builder run, PipelineReference pipeline) {
        List<DataObject> params = pipeline.params().stream()
                .map(param -> DataObject.of("name", Data.of(param.name()), "value", Data.of(param.value())))
                .toList();
        DataObject.Builder reference = DataObject.builder();
        if (!pipeline.resolver().isEmpty()) {
            reference.put("resolver", pipeline.resolver());
        }
        if (!params.isEmpty()) {
            reference.put("params", DataArray.of(params));
        }
        run.pipelineRef(reference.build());
        pipeline.findGit().ifPresent(git -> addCommit(run, git));
    }

    private void addCommit(RunDraft.Builder run, GitReference git) {
        GitResolution resolution = GitResolution.of(git, remotes, settings.hasGitHubToken());
        if (resolution.isResolved()) {
            run.param("taskGitUrl", git.url()).param("taskGitRevision", resolution.revision());
        } else {
            run.failure(resolution.failure(), resolution.permanent());
        }
    }

    private void addExecution(RunDraft.Builder run, Pipeline pipeline, RunOrder order) {
        run.serviceAccount(pipeline.serviceAccountName().orElse(""))
                .taskRunSpecs(order.taskRunSpecs())
                .timeouts(TimeoutRules.forRun(order.timeouts(), service.defaultTimeouts()));
    }

    private void addWorkspace(RunDraft.Builder run, boolean wantsEmptyDir) {
        if (workspace.isPresent()) {
            run.workspace(
                    wantsEmptyDir ? workspace.get().emptyDir() : workspace.get().claimed());
        } else {
            run.failure("invalid size format: " + GoQuantity.fault(settings.workspaceSize()), false);
        }
    }
}
