package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import java.util.Optional;

/** Whether a Snapshot counts as built from a push. */
public final class PushEvent {

    private static final String BRANCH_PREFIX = "refs/heads/";

    private PushEvent() {}

    /** Whether it counts as a push; snapshots of pull requests that lack the pull request's label do, and so do those made by hand. */
    public static boolean isPush(Snapshot snapshot) {
        if (isMergeQueue(snapshot) || snapshot.type().equals("group")) {
            return false;
        }
        Optional<String> event = snapshot.findLabel(MetadataKeys.EVENT_TYPE);
        return event.isEmpty()
                || event.get().equals("push")
                || event.get().equals("Push")
                || snapshot.findLabel(MetadataKeys.PULL_REQUEST).isEmpty();
    }

    /** Whether it was built from a branch of a merge queue. */
    public static boolean isMergeQueue(Snapshot snapshot) {
        String branch = snapshot.findAnnotation(MetadataKeys.SOURCE_BRANCH).orElse("");
        String bare = branch.startsWith(BRANCH_PREFIX) ? branch.substring(BRANCH_PREFIX.length()) : branch;
        return bare.startsWith("gh-readonly-queue/");
    }
}
