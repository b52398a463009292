package dev.konflux.release.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import dev.konflux.release.model.data.DataObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds this library has words for. */
public enum ResourceKind {
    RELEASE("Release", Release::of, "appstudio.redhat.com", "v1alpha1"),
    RELEASE_PLAN("ReleasePlan", ReleasePlan::of, "appstudio.redhat.com", "v1alpha1"),
    RELEASE_PLAN_ADMISSION("ReleasePlanAdmission", ReleasePlanAdmission::of, "appstudio.redhat.com", "v1alpha1"),
    RELEASE_SERVICE_CONFIG("ReleaseServiceConfig", ReleaseServiceConfig::of, "appstudio.redhat.com", "v1alpha1"),
    SNAPSHOT("Snapshot", Snapshot::of, "appstudio.redhat.com", "v1alpha1"),
    APPLICATION("Application", Application::of, "appstudio.redhat.com", "v1alpha1"),
    COMPONENT("Component", Component::of, "appstudio.redhat.com", "v1alpha1"),
    KONFLUX_COMPONENT("Component", Component::of, "konflux-ci.dev", "v1alpha1"),
    COMPONENT_GROUP("ComponentGroup", ComponentGroup::of, "appstudio.redhat.com", "v1beta2"),
    INTEGRATION_TEST_SCENARIO(
            "IntegrationTestScenario",
            IntegrationTestScenario::of,
            "appstudio.redhat.com",
            "v1beta2",
            "v1beta1",
            "v1alpha1"),
    NUDGE_CONFIG("NudgeConfig", NudgeConfig::of, "appstudio.redhat.com", "v1beta2"),
    PROJECT("Project", Project::of, "projctl.konflux.dev", "v1beta1"),
    PROJECT_DEVELOPMENT_STREAM(
            "ProjectDevelopmentStream", ProjectDevelopmentStream::of, "projctl.konflux.dev", "v1beta1"),
    PROJECT_DEVELOPMENT_STREAM_TEMPLATE(
            "ProjectDevelopmentStreamTemplate", ProjectDevelopmentStreamTemplate::of, "projctl.konflux.dev", "v1beta1"),
    ENTERPRISE_CONTRACT_POLICY(
            "EnterpriseContractPolicy", EnterpriseContractPolicy::of, "appstudio.redhat.com", "v1alpha1"),
    PIPELINE_RUN("PipelineRun", PipelineRun::of, "tekton.dev", "v1", "v1beta1"),
    TASK_RUN("TaskRun", TaskRun::of, "tekton.dev", "v1", "v1beta1"),
    ROLE("Role", Role::of, "rbac.authorization.k8s.io", "v1"),
    ROLE_BINDING("RoleBinding", RoleBinding::of, "rbac.authorization.k8s.io", "v1"),
    CONFIG_MAP("ConfigMap", ConfigMap::of, "", "v1"),
    SECRET("Secret", Secret::of, "", "v1");

    private final String kind;
    private final Reader reader;
    private final String group;
    private final ImmutableList<String> versions;

    ResourceKind(String kind, Reader reader, String group, String... versions) {
        this.kind = kind;
        this.reader = reader;
        this.group = group;
        this.versions = ImmutableList.copyOf(versions);
    }

    /** The kind of a document; empty when this library has no words for it. Any version of the right group is taken. */
    public static Optional<ResourceKind> find(DataObject document) {
        String kind = document.findText("kind").orElse("");
        String group = group(document.findText("apiVersion").orElse(""));
        return Arrays.stream(values())
                .filter(known -> known.kind.equals(kind) && known.group.equals(group))
                .findFirst();
    }

    /** The resource that is the given document: of the matching class, or a {@link GenericResource}. */
    public static Resource read(DataObject document) {
        return find(document).map(known -> known.reader.read(document)).orElseGet(() -> GenericResource.of(document));
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The kind as documents write it. */
    public String kind() {
        return kind;
    }

    /** The group; empty text for Kubernetes' own first group. */
    public String group() {
        return group;
    }

    /** The known versions, the current one first. */
    public List<String> versions() {
        return versions;
    }

    @Immutable
    private interface Reader {
        Resource read(DataObject document);
    }
}
