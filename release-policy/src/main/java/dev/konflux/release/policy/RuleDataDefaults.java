package dev.konflux.release.policy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Map;

/** The built-in values of rule data. */
final class RuleDataDefaults {

    private static final Map<String, Data> BY_KEY = Map.ofEntries(
            list("known_attestation_types", "https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1"),
            list("allowed_predicate_types", "https://slsa.dev/provenance/v0.2", "https://slsa.dev/provenance/v1"),
            list("allowed_builder_ids", "https://tekton.dev/chains/v2"),
            list(
                    "allowed_provenance_build_types",
                    "tekton.dev/v1/PipelineRun",
                    "tekton.dev/v1beta1/PipelineRun",
                    "https://tekton.dev/attestations/chains/pipelinerun@v2",
                    "https://tekton.dev/chains/v2/slsa",
                    "https://tekton.dev/chains/v2/slsa-tekton"),
            words("supported_tests_results", "SUCCESS FAILURE ERROR SKIPPED WARNING"),
            words("failed_tests_results", "FAILURE"),
            words("erred_tests_results", "ERROR"),
            words("skipped_tests_results", "SKIPPED"),
            words("warned_tests_results", "WARNING"),
            words("supported_test_attestation_results", "PASSED FAILED WARNED ERROR SKIPPED"),
            words("failed_test_attestation_results", "FAILED"),
            words("erred_test_attestation_results", "ERROR"),
            words("skipped_test_attestation_results", "SKIPPED"),
            words("warned_test_attestation_results", "WARNED"),
            words("restrict_cve_security_levels", "critical high"),
            words("warn_unpatched_cve_security_levels", "critical high"),
            Map.entry("cve_leeway", zeros("critical", "high", "medium", "low", "unknown")),
            words("supported_vcs", "git hg bzr svn"),
            words(
                    "supported_digests",
                    "sha256 sha224 sha384 sha512 sha512_224 sha512_256 sha3_224 sha3_256 sha3_384 sha3_512 shake128 shake256"
                            + " blake2b blake2s ripemd160 sm3 gost sha1 md5 gitCommit gitTree gitBlob gitTag"),
            list(
                    "required_olm_features_annotations",
                    "features.operators.openshift.io/disconnected",
                    "features.operators.openshift.io/fips-compliant",
                    "features.operators.openshift.io/proxy-aware",
                    "features.operators.openshift.io/tls-profiles",
                    "features.operators.openshift.io/token-auth-aws",
                    "features.operators.openshift.io/token-auth-azure",
                    "features.operators.openshift.io/token-auth-gcp"),
            list("allowed_olm_image_registry_prefixes", "registry.access.redhat.com/", "registry.redhat.io/"),
            words(
                    "allowed_olm_resource_kinds",
                    "ClusterServiceVersion CustomResourceDefinition Secret ClusterRole ClusterRoleBinding ConfigMap"
                            + " ServiceAccount Service Role RoleBinding PrometheusRule ServiceMonitor PodDisruptionBudget"
                            + " PriorityClass VerticalPodAutoscaler ConsoleYAMLSample ConsoleQuickStart ConsoleCLIDownload"
                            + " ConsoleLink ConsolePlugin"),
            Map.entry("operator_network_policy_rbac_exceptions", DataObject.empty()),
            words("required_hermetic_tasks", "buildah run-script-oci-ta"),
            Map.entry("pipeline_intention", Data.nothing()),
            Map.entry("trusted_tasks", DataObject.empty()),
            Map.entry("trusted_task_rules_enabled", Data.of(false)),
            Map.entry("task_expiry_warning_days", Data.of(0)),
            Map.entry("volatile_config_warning_threshold_days", Data.of(30)),
            words("non_unique_rpm_names", "gpg-pubkey"),
            Map.entry("allowed_proxy_url_patterns", DataObject.empty()));

    private RuleDataDefaults() {}

    /** The value of that key; an empty list when there is none. */
    static Data of(String key) {
        return BY_KEY.getOrDefault(key, DataArray.empty());
    }

    private static Map.Entry<String, Data> list(String key, String... items) {
        return Map.entry(key, DataArray.ofTexts(List.of(items)));
    }

    private static Map.Entry<String, Data> words(String key, String items) {
        return list(key, items.split(" "));
    }

    private static DataObject zeros(String... names) {
        DataObject.Builder zeros = DataObject.builder();
        for (String name : names) {
            zeros.put(name, 0);
        }
        return zeros.build();
    }
}
