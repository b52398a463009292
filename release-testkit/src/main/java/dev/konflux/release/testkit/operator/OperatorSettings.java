package dev.konflux.release.testkit.operator;

import dev.konflux.release.testkit.runs.RunSettings;

/**
 * The operator's environment.
 *
 * @param serviceNamespace namespace of its configuration; empty text when the installation forgot to say
 * @param policyDefaults namespace and name of the ConfigMap with the policy task; a text without a slash means there is none
 * @param runs what every run is given
 */
public record OperatorSettings(String serviceNamespace, String policyDefaults, RunSettings runs) {

    /** The environment of an ordinary installation. */
    public static OperatorSettings defaults() {
        return new OperatorSettings(
                "release-service", "enterprise-contract-service/ec-defaults", RunSettings.defaults());
    }
}
