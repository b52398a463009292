package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Packages {@code provenance_materials} and {@code slsa_source_version_controlled}: the source is known, in git, by commit. */
final class ProvenanceRules {

    private static final Pattern COMMIT = Pattern.compile("[a-f0-9]{40}");
    private static final String GIT_CLONE = "provenance_materials.git_clone_task_found";
    private static final String MINIMAL = "minimal redhat redhat_rpms redhat_security";
    private static final String SLSA = "minimal slsa3 redhat redhat_rpms redhat_security";

    private ProvenanceRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny(GIT_CLONE)
                        .title("A task fetched the source")
                        .message("Task git-clone not found")
                        .collections(MINIMAL)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(ProvenanceRules::noGitClone),
                Rule.deny("provenance_materials.git_clone_source_matches_provenance")
                        .title("The source fetched is among the materials")
                        .message("Entry in materials for the git repo %q and commit %q not found")
                        .collections(MINIMAL)
                        .dependsOn(GIT_CLONE)
                        .finds(ProvenanceRules::sourceNotAttested),
                Rule.deny("slsa_source_version_controlled.materials_format_okay")
                        .title("Some material names a source and a commit")
                        .message("No materials match expected format")
                        .collections(SLSA)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(ProvenanceRules::noMaterials),
                Rule.deny("slsa_source_version_controlled.materials_uri_is_git_repo")
                        .title("Materials are from git")
                        .message("Material URI %q is not a git URI")
                        .collections(SLSA)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(ProvenanceRules::notGit),
                Rule.deny("slsa_source_version_controlled.materials_include_git_sha")
                        .title("Materials are commits")
                        .message("Material digest %q is not a git commit sha")
                        .collections(SLSA)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(ProvenanceRules::notCommit));
    }

    private static void noGitClone(Scene scene, Findings found) {
        if (scene.attestations().pipelineRuns().stream()
                .anyMatch(run -> run.gitCloneTasks().isEmpty())) {
            found.add();
        }
    }

    private static void sourceNotAttested(Scene scene, Findings found) {
        for (Provenance run : scene.attestations().pipelineRuns()) {
            for (Task task : run.gitCloneTasks()) {
                Value url = gitUrl(task.result("url"));
                Value commit = task.result("commit");
                boolean isAttested = run.materials().stream()
                        .anyMatch(material -> material.get("uri").same(url)
                                && material.get("digest", "sha1").same(commit));
                if (!isAttested) {
                    found.add(url, commit);
                }
            }
        }
    }

    private static Value gitUrl(Value url) {
        Value prefixed = url.startsWith("git+") ? url : Template.fill("git+%s", url);
        return prefixed.endsWith(".git") ? prefixed : Template.fill("%s.git", prefixed);
    }

    private static Set<Value> materials(Scene scene) {
        Set<Value> materials = new LinkedHashSet<>();
        for (Provenance run : scene.attestations().pipelineRuns()) {
            materials.addAll(run.predicate().get("materials").each());
            materials.addAll(run.predicate()
                    .get("buildDefinition", "resolvedDependencies")
                    .each());
        }
        materials.removeIf(material ->
                !material.get("uri").isTrue() || !material.get("digest", "sha1").isTrue());
        return materials;
    }

    private static void noMaterials(Scene scene, Findings found) {
        if (!scene.attestations().pipelineRuns().isEmpty() && materials(scene).isEmpty()) {
            found.add();
        }
    }

    private static void notGit(Scene scene, Findings found) {
        for (Value material : materials(scene)) {
            if (!material.get("uri").startsWith("git+")) {
                found.add(material.get("uri"));
            }
        }
    }

    private static void notCommit(Scene scene, Findings found) {
        for (Value material : materials(scene)) {
            Value commit = material.get("digest", "sha1");
            if (!commit.matches(COMMIT)) {
                found.add(commit);
            }
        }
    }
}
