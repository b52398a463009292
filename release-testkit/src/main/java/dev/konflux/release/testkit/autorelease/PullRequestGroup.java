package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
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

    /** The group of a Snapshot; empty unless it names both. */
    static Optional<PullRequestGroup> find(Snapshot snapshot) {
        PullRequestGroup group = new PullRequestGroup(
                snapshot.findLabel(HASH).orElse(""),
                snapshot.findAnnotation(NAME).orElse(""));
        return group.hash.isEmpty() || group.name.isEmpty() ? Optional.empty() : Optional.of(group);
    }
}
