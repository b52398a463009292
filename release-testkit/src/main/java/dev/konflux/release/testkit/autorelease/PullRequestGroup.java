package dev.konflux.release.testkit.autorelease;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Pull requests of several components that are tested together.
 *
 * @param hash by which Snapshots and runs of the group are found
 * @param name the group's name, usually the branch that the pull requests come from
 */
record PullRequestGroup(String hash, String name) {

    static final String HASH = "test.appstudio.openshift.io/pr-group-sha";
    static final String NAME = "test.appstudio.openshift.io/pr-group";

    private static final String OWNER = "pipelinesascode.tekton.dev/url-org";
    private static final int HASH_DIGITS = 62;

    /**
     * The group of a build: the branch it comes from. Main branches of forks are told apart by their owners.
     *
     * <p>A branch {@code main} always gets a dash, {@code master} only when the owner is named.
     */
    static PullRequestGroup ofBuild(PipelineRun run, String branch) {
        Optional<String> owner = run.findAnnotation(OWNER);
        boolean isOfFork = branch.equals("main") || (branch.equals("master") && owner.isPresent());
        String whole = isOfFork ? branch + "-" + owner.orElse("") : branch;
        String name = whole.contains("@") ? whole.substring(0, whole.indexOf('@')) : whole;
        String hash = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
        return new PullRequestGroup(hash.substring(0, HASH_DIGITS), name);
    }

    /** The group of a Snapshot; empty unless it names both. */
    static Optional<PullRequestGroup> find(Snapshot snapshot) {
        PullRequestGroup group = new PullRequestGroup(
                snapshot.findLabel(HASH).orElse(""),
                snapshot.findAnnotation(NAME).orElse(""));
        return group.hash.isEmpty() || group.name.isEmpty() ? Optional.empty() : Optional.of(group);
    }
}
