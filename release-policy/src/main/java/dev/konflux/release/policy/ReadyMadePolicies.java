package dev.konflux.release.policy;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Map;

/** The published policies, as they stood in January 2026. */
final class ReadyMadePolicies {

    private static final String RULES = "github.com/conforma/policy//policy/";
    private static final String RULE_DATA = "github.com/release-engineering/rhtap-ec-policy//data";
    private static final List<String> DATA = List.of(
            RULE_DATA,
            "oci::quay.io/konflux-ci/tekton-catalog/data-acceptable-bundles:latest",
            "oci::quay.io/konflux-ci/konflux-vanguard/data-acceptable-bundles:latest",
            "oci::quay.io/konflux-ci/integration-service-catalog/data-acceptable-bundles:latest");

    private final ImmutableMap.Builder<String, EnterpriseContractPolicy> policies = ImmutableMap.builder();

    private ReadyMadePolicies() {}

    static Map<String, EnterpriseContractPolicy> all() {
        ReadyMadePolicies all = new ReadyMadePolicies();
        all.konflux();
        all.versioned();
        return all.policies.buildOrThrow();
    }

    private void konflux() {
        release("default", "Default", DATA, "@slsa3");
        release("minimal", "Minimal (deprecated)", DATA, "@minimal");
        release("slsa3", "SLSA3", DATA, "@minimal", "@slsa3");
        release("redhat", "Red Hat", DATA, "@redhat");
        release("everything", "Everything (experimental)", DATA, "*");
        release("github-default", "GitHub Default", List.of(), "@github");
        // upstream's first exclude names a package that is no more, so hermetic rules still apply
        add(
                "redhat-no-hermetic",
                "Red Hat (non hermetic)",
                "release",
                "",
                DATA,
                List.of("@redhat"),
                List.of("hermetic_build_task", "tasks.required_tasks_found:prefetch-dependencies"));
        add("redhat-rpms", "Red Hat RPMs", "release", "", rpmData(), List.of("@redhat_rpms"), List.of());
        add(
                "redhat-trusted-tasks",
                "Red Hat Trusted Tasks",
                "task",
                "",
                List.of(RULE_DATA),
                List.of("kind"),
                List.of());
    }

    private void versioned() {
        pinned("default-v0.1-alpha", "Default (v0.1-alpha)", "release-v0.1-alpha", "@slsa3");
        pinned("default-v0.2", "Default (v0.2)", "release-v0.2", "@slsa3");
        pinned("default-v0.4", "Default (v0.4)", "release-v0.4", "@slsa3");
        pinned("rhtap-github", "RHTAP GitHub", "release-v0.5-rhtap", "@rhtap-github");
        pinned("rhtap-gitlab", "RHTAP GitLab", "release-v0.5-rhtap", "@rhtap-gitlab");
        pinned("rhtap-jenkins", "RHTAP Jenkins", "release-v0.5", "@rhtap-jenkins");
        pinned("rhtap-v0.6", "RHTAP (v0.6)", "release-v0.6", "@rhtap-multi-ci");
        pinned("rhtap-v0.7", "RHTAP (v0.7)", "release-v0.7", "@rhtap-multi-ci");
        pinned("tekton-slsa3-v0.6", "Tekton SLSA3 (v0.6)", "release-v0.6", "@slsa3", "slsa_source_correlated");
        pinned("tekton-slsa3-v0.7", "Tekton SLSA3 (v0.7)", "release-v0.7", "@slsa3", "slsa_source_correlated");
    }

    private static List<String> rpmData() {
        return List.of(
                DATA.get(0),
                DATA.get(1),
                DATA.get(2),
                DATA.get(3),
                "oci::quay.io/enterprise-contract/rpmbuild-data-acceptable-bundles:latest");
    }

    private void release(String name, String title, List<String> data, String... include) {
        add(name, title, "release", "", data, List.of(include), List.of());
    }

    private void pinned(String name, String title, String branch, String include, String... exclude) {
        add(name, title, "release", "?ref=" + branch, List.of(), List.of(include), List.of(exclude));
    }

    private void add(
            String name,
            String title,
            String area,
            String version,
            List<String> data,
            List<String> include,
            List<String> exclude) {
        DataObject.Builder source = DataObject.builder().put("name", "Default");
        source.put("policy", DataArray.ofTexts(List.of(RULES + "lib" + version, RULES + area + version)));
        if (!data.isEmpty()) {
            source.put("data", DataArray.ofTexts(data));
        }
        source.put(
                "config", DataObject.of("include", DataArray.ofTexts(include), "exclude", DataArray.ofTexts(exclude)));
        policies.put(
                name,
                EnterpriseContractPolicy.builder()
                        .name(name)
                        .set(Data.of(title), "spec", "name")
                        .source(PolicySource.of(source.build()))
                        .build());
    }
}
