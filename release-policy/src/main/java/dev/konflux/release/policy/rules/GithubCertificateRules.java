package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.WorkflowCertificates;
import dev.konflux.release.policy.notions.WorkflowCertificates.Extension;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Locale;

/** Package {@code github_certificate}: the image was signed by an allowed workflow of GitHub. */
final class GithubCertificateRules {

    private GithubCertificateRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("github_certificate.gh_workflow_extensions")
                        .title("The certificate tells of the workflow")
                        .message("Missing extension %q")
                        .collections("github redhat_security")
                        .finds(GithubCertificateRules::missing),
                allowed("gh_workflow_repository", "Repository", "allowed_gh_workflow_repos", Extension.REPOSITORY),
                allowed("gh_workflow_ref", "Ref", "allowed_gh_workflow_refs", Extension.REF),
                allowed("gh_workflow_name", "Name", "allowed_gh_workflow_names", Extension.NAME),
                allowed("gh_workflow_trigger", "Trigger", "allowed_gh_workflow_triggers", Extension.TRIGGER),
                Rule.deny("github_certificate.rule_data_provided")
                        .title("Allowed workflows are configured in the right form")
                        .message("%s")
                        .collections("github policy_data redhat_security")
                        .finds(GithubCertificateRules::malformedRuleData));
    }

    private static Rule allowed(String name, String word, String key, Extension extension) {
        return Rule.deny("github_certificate." + name)
                .title("The workflow's " + word.toLowerCase(Locale.ROOT) + " is allowed")
                .message(word + " %q not in allowed list: %v")
                .collections("github redhat_security")
                .finds((scene, found) -> notAllowed(scene, key, extension, found));
    }

    private static void missing(Scene scene, Findings found) {
        WorkflowCertificates certificates = new WorkflowCertificates(scene);
        for (Extension extension : Extension.values()) {
            if (!certificates.value(extension).isDefined()) {
                found.add(Value.of(extension.title()));
            }
        }
    }

    private static void notAllowed(Scene scene, String key, Extension extension, Findings found) {
        Value value = new WorkflowCertificates(scene).value(extension);
        Value allowed = scene.ruleData(key);
        if (allowed.isFilled() && value.notIn(allowed)) {
            found.add(value, allowed);
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        for (String kind : List.of("repos", "refs", "names", "triggers")) {
            DataCheck.ruleData(scene, "allowed_gh_workflow_" + kind, DataCheck.TEXTS, found);
        }
    }
}
