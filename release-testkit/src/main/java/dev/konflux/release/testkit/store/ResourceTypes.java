package dev.konflux.release.testkit.store;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The kinds the Release Service deals with. */
public final class ResourceTypes {

    private static final String KONFLUX = "appstudio.redhat.com";
    private static final String PROJECTS = "projctl.konflux.dev";
    private static final String TEKTON = "tekton.dev";
    private static final String RBAC = "rbac.authorization.k8s.io";

    private static final String COORDINATION = "coordination.k8s.io";

    private static final ImmutableMap<String, ResourceType> BY_KIND = Maps.uniqueIndex(
            List.of(
                    new ResourceType(KONFLUX, "v1alpha1", "Release", "releases", true),
                    new ResourceType(KONFLUX, "v1alpha1", "ReleasePlan", "releaseplans", true),
                    new ResourceType(KONFLUX, "v1alpha1", "ReleasePlanAdmission", "releaseplanadmissions", true),
                    new ResourceType(KONFLUX, "v1alpha1", "ReleaseServiceConfig", "releaseserviceconfigs", true),
                    new ResourceType(KONFLUX, "v1alpha1", "Snapshot", "snapshots", true),
                    new ResourceType(KONFLUX, "v1alpha1", "Application", "applications", true),
                    new ResourceType(KONFLUX, "v1alpha1", "Component", "components", true),
                    new ResourceType(
                            KONFLUX, "v1alpha1", "EnterpriseContractPolicy", "enterprisecontractpolicies", true),
                    new ResourceType(KONFLUX, "v1beta2", "IntegrationTestScenario", "integrationtestscenarios", true),
                    new ResourceType(KONFLUX, "v1beta2", "ComponentGroup", "componentgroups", true),
                    new ResourceType(KONFLUX, "v1beta2", "NudgeConfig", "nudgeconfigs", true),
                    new ResourceType(PROJECTS, "v1beta1", "Project", "projects", false),
                    new ResourceType(
                            PROJECTS, "v1beta1", "ProjectDevelopmentStream", "projectdevelopmentstreams", true),
                    new ResourceType(
                            PROJECTS,
                            "v1beta1",
                            "ProjectDevelopmentStreamTemplate",
                            "projectdevelopmentstreamtemplates",
                            true),
                    new ResourceType(TEKTON, "v1", "PipelineRun", "pipelineruns", true),
                    new ResourceType(TEKTON, "v1", "TaskRun", "taskruns", true),
                    new ResourceType(RBAC, "v1", "Role", "roles", false),
                    new ResourceType(RBAC, "v1", "RoleBinding", "rolebindings", false),
                    new ResourceType(RBAC, "v1", "ClusterRole", "clusterroles", false),
                    new ResourceType(RBAC, "v1", "ClusterRoleBinding", "clusterrolebindings", false),
                    new ResourceType(COORDINATION, "v1", "Lease", "leases", false),
                    new ResourceType("", "v1", "Event", "events", false),
                    new ResourceType("", "v1", "Namespace", "namespaces", false),
                    new ResourceType("", "v1", "ConfigMap", "configmaps", false),
                    new ResourceType("", "v1", "Secret", "secrets", false),
                    new ResourceType("", "v1", "ServiceAccount", "serviceaccounts", false)),
            ResourceType::kind);

    private ResourceTypes() {}

    /** Every known type. */
    public static Collection<ResourceType> known() {
        return BY_KIND.values();
    }

    /** The type of that kind; one with a guessed plural when the kind is not known. */
    public static ResourceType of(String kind) {
        ResourceType known = BY_KIND.get(kind);
        return known != null ? known : new ResourceType("", "v1", kind, kind.toLowerCase(Locale.ROOT) + "s", false);
    }
}
