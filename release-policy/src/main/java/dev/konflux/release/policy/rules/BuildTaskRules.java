package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Packages {@code buildah_build_task} and {@code prefetch_dependencies}: what build tasks may be told. */
final class BuildTaskRules {

    private static final String PLATFORMS = "disallowed_platform_patterns";
    private static final List<String> PREFETCH_TASKS = List.of("prefetch-dependencies", "prefetch-dependencies-oci-ta");

    private BuildTaskRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("buildah_build_task.buildah_uses_local_dockerfile")
                        .title("The Dockerfile comes with the source")
                        .message("DOCKERFILE param value (%s) is an external source")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BuildTaskRules::externalDockerfile),
                Rule.deny("buildah_build_task.add_capabilities_param")
                        .title("The build gets no further capabilities")
                        .message("ADD_CAPABILITIES parameter is not allowed")
                        .collections("redhat redhat_security")
                        .since("2024-08-31")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BuildTaskRules::furtherCapabilities),
                Rule.deny("buildah_build_task.platform_param")
                        .title("The build runs on an allowed platform")
                        .message("PLATFORM parameter value %q is disallowed by regex %q")
                        .collections("redhat")
                        .since("2024-09-01")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BuildTaskRules::disallowedPlatform),
                Rule.deny("buildah_build_task.disallowed_platform_patterns_pattern")
                        .title("Disallowed platforms are configured in the right form")
                        .message("%s")
                        .collections("redhat policy_data")
                        .finds(BuildTaskRules::malformedRuleData),
                Rule.deny("buildah_build_task.privileged_nested_param")
                        .title("The build is not privileged")
                        .message("setting PRIVILEGED_NESTED parameter to true is not allowed")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BuildTaskRules::privileged),
                Rule.deny("prefetch_dependencies.mode_not_permissive")
                        .title("Dependencies are fetched strictly")
                        .message("Task '%s' was invoked with mode parameter set to 'permissive'")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BuildTaskRules::permissivePrefetch),
                Rule.deny("prefetch_dependencies.package_registry_proxy_enabled")
                        .title("Dependencies are fetched through the proxy")
                        .message("Task '%s' does not have the enable-package-registry-proxy parameter set to true")
                        .collections("redhat redhat_security")
                        .since("2026-05-13")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(BuildTaskRules::prefetchWithoutProxy));
    }

    private static Set<Value> parameters(Scene scene, String name) {
        Set<Value> values = new LinkedHashSet<>();
        scene.attestations().buildTasks().forEach(task -> values.add(task.parameter(name)));
        return values;
    }

    private static void externalDockerfile(Scene scene, Findings found) {
        for (Value file : parameters(scene, "DOCKERFILE")) {
            if (file.startsWith("http://") || file.startsWith("https://")) {
                found.add(file);
            }
        }
    }

    private static void furtherCapabilities(Scene scene, Findings found) {
        if (parameters(scene, "ADD_CAPABILITIES").stream()
                .anyMatch(value -> value.trimmed().isFilled())) {
            found.add();
        }
    }

    private static void disallowedPlatform(Scene scene, Findings found) {
        for (Value platform : parameters(scene, "PLATFORM")) {
            for (Value pattern : scene.ruleData(PLATFORMS).each()) {
                if (scene.patterns().find(pattern, platform)) {
                    found.add(platform, pattern);
                }
            }
        }
    }

    private static void privileged(Scene scene, Findings found) {
        if (parameters(scene, "PRIVILEGED_NESTED").stream()
                .anyMatch(value -> value.trimmed().is("true"))) {
            found.add();
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        DataCheck.ruleData(scene, PLATFORMS, DataCheck.TEXTS, found);
        for (Value pattern : scene.ruleData(PLATFORMS).each()) {
            if (!scene.patterns().isValid(pattern)) {
                DataCheck.failure(Template.fill("%q is not a valid regular expression in rego", pattern), found);
            }
        }
    }

    private static void permissivePrefetch(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            if (task.parameter("mode").is("permissive")) {
                prefetchNames(task).forEach(found::add);
            }
        }
    }

    private static void prefetchWithoutProxy(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            if (!task.parameter("enable-package-registry-proxy").is("true")) {
                prefetchNames(task).forEach(found::add);
            }
        }
    }

    private static List<Value> prefetchNames(Task task) {
        Set<Value> names = task.names();
        return PREFETCH_TASKS.stream().map(Value::of).filter(names::contains).toList();
    }
}
