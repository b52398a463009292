package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code git_branch}: builds come from trusted branches. */
final class GitBranchRules {

    private static final String TARGET_BRANCH = "build.appstudio.redhat.com/target_branch";

    private GitBranchRules() {}

    static List<Rule> rules() {
        return List.of(Rule.deny("git_branch.git_branch")
                .title("Only builds from a trusted branch")
                .message("Build target is %s which is not a trusted target branch")
                .collections("redhat_rpms redhat_security")
                .since("2025-07-01")
                .finds(GitBranchRules::untrustedBranch));
    }

    private static void untrustedBranch(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            Value branch = task.data().get("invocation", "environment", "annotations", TARGET_BRANCH);
            if (!Packages.matchesAny(scene, branch, scene.ruleData("allowed_target_branch_patterns"))) {
                found.add(branch);
            }
        }
    }
}
