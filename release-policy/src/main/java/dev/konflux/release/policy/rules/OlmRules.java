package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.OperatorBundle;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Semver;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Set;

/** Package {@code olm}: the manifests of an operator bundle. Its images are looked at in {@link OlmImageRules}. */
final class OlmRules {

    private static final String FEATURES = "required_olm_features_annotations";
    private static final String SUBSCRIPTION = "operators.openshift.io/valid-subscription";
    private static final Set<String> TRUTHS = Set.of("true", "false");

    private OlmRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("olm.csv_semver_format")
                        .title("The operator has a semantic version")
                        .message("The ClusterServiceVersion spec.version, %q, is not a valid semver")
                        .collections("redhat redhat_security")
                        .finds(OlmRules::noSemver),
                Rule.deny("olm.feature_annotations_format")
                        .title("The operator says which features it has")
                        .message("The annotation %q is either missing or has an unexpected value")
                        .collections("redhat")
                        .finds(OlmRules::featureNotSaid),
                Rule.deny("olm.subscriptions_annotation_format")
                        .title("The operator says which subscriptions it needs")
                        .message("%s")
                        .collections("redhat")
                        .since("2024-04-18")
                        .finds(OlmRules::subscriptionsNotSaid),
                Rule.deny("olm.required_olm_features_annotations_provided")
                        .title("What operators must say is configured")
                        .message("%s")
                        .collections("redhat policy_data")
                        .finds(OlmRules::malformedRuleData),
                Rule.deny("olm.allowed_resource_kinds")
                        .title("The bundle has only allowed kinds of resources")
                        .message("The %q manifest kind is not in the list of OLM allowed resource kinds.")
                        .collections("redhat redhat_security")
                        .finds(OlmRules::otherKind),
                Rule.deny("olm.required_network_policy_rbac_for_operands")
                        .title("The operator may manage network policies")
                        .message("Operator %q version %q is missing required NetworkPolicy RBAC"
                                + " (networking.k8s.io/networkpolicies with create, delete, and update/patch)")
                        .collections("redhat redhat_security")
                        .since("2026-08-07")
                        .finds(OlmRules::noNetworkPolicies));
    }

    private static void noSemver(Scene scene, Findings found) {
        for (Value csv : new OperatorBundle(scene).clusterServiceVersions()) {
            Value spec = csv.get("spec");
            Value version = spec.isObject() ? spec.getOr("version", Value.of("<MISSING>")) : Value.of("<MISSING>");
            if (Semver.parse(version).isEmpty()) {
                found.add(version);
            }
        }
    }

    private static void featureNotSaid(Scene scene, Findings found) {
        for (Value csv : new OperatorBundle(scene).clusterServiceVersions()) {
            for (Value feature : scene.ruleData(FEATURES).each()) {
                Value annotations = csv.get("metadata", "annotations");
                boolean isSaid =
                        annotations.at(feature).text().filter(TRUTHS::contains).isPresent();
                if (annotations.isObject() && !isSaid) {
                    found.addAbout(feature, feature);
                }
            }
        }
    }

    private static void subscriptionsNotSaid(Scene scene, Findings found) {
        String start = "Value of " + SUBSCRIPTION + " annotation is ";
        for (Value csv : new OperatorBundle(scene).clusterServiceVersions()) {
            Value subscriptions = csv.get("metadata", "annotations", SUBSCRIPTION);
            if (!subscriptions.isTrue()) {
                DataCheck.failure(Value.of(start + "missing"), found);
            }
            if (subscriptions.isDefined() && !subscriptions.json().isDefined()) {
                DataCheck.failure(Value.of(start + "not valid JSON"), found);
            }
            DataCheck.value(subscriptions, DataCheck.SOME_TEXTS, start + "invalid: %s", found);
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        Schema schema = DataCheck.SOME_TEXTS;
        DataCheck.ruleData(scene, FEATURES, schema, found);
        DataCheck.ruleData(scene, OlmImageRules.PREFIXES, schema, found);
    }

    private static void otherKind(Scene scene, Findings found) {
        for (Value manifest : new OperatorBundle(scene).manifests()) {
            Value kind = manifest.get("kind");
            if (kind.notIn(scene.ruleData("allowed_olm_resource_kinds"))) {
                found.addAbout(kind, kind);
            }
        }
    }

    private static void noNetworkPolicies(Scene scene, Findings found) {
        OperatorBundle bundle = new OperatorBundle(scene);
        Value exceptions =
                scene.ruleData("operator_network_policy_rbac_exceptions").at(bundle.packageName());
        for (Value csv : bundle.clusterServiceVersions()) {
            Value version = csv.get("spec", "version");
            if (!majorAndMinor(version).in(exceptions) && !managesNetworkPolicies(csv)) {
                found.add(bundle.packageName(), version);
            }
        }
    }

    private static Value majorAndMinor(Value version) {
        List<Value> parts = version.split(".");
        return parts.size() < 2 ? Value.UNDEFINED : Template.fill("%s.%s", parts.get(0), parts.get(1));
    }

    private static boolean managesNetworkPolicies(Value csv) {
        Value spec = csv.get("spec", "install", "spec");
        return List.of("clusterPermissions", "permissions").stream()
                .flatMap(member -> spec.get(member).each().stream())
                .flatMap(permission -> permission.get("rules").each().stream())
                .anyMatch(OlmRules::isForNetworkPolicies);
    }

    private static boolean isForNetworkPolicies(Value rule) {
        Value verbs = rule.get("verbs");
        boolean canChange =
                has(verbs, "create") && has(verbs, "delete") && (has(verbs, "update") || has(verbs, "patch"));
        return (has(rule.get("apiGroups"), "networking.k8s.io") || has(rule.get("apiGroups"), "*"))
                && (has(rule.get("resources"), "networkpolicies") || has(rule.get("resources"), "*"))
                && (canChange || has(verbs, "*"));
    }

    private static boolean has(Value list, String text) {
        return Value.of(text).in(list);
    }
}
