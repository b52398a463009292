package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;

/** Gives a clone the names that one by git has: the origin's branches below {@code refs/remotes/origin}, and one local branch. */
final class OriginReferences {

    /** Every branch and tag. */
    static final List<RefSpec> ALL = List.of(
            new RefSpec("+" + Constants.R_HEADS + "*:" + Refs.OF_CLONE.branches() + "*"),
            new RefSpec("+" + Constants.R_TAGS + "*:" + Constants.R_TAGS + "*"));

    private static final int LARGEST_IN_MEMORY = 8 << 20;

    private OriginReferences() {}

    /** Settings of a clone: no clean-up in the background, nothing large in memory. */
    static void configure(Repository repository) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
        config.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
        config.setInt(ConfigConstants.CONFIG_CORE_SECTION, null, "streamFileThreshold", LARGEST_IN_MEMORY);
        config.save();
    }

    /** Points the clone's head where the origin's points, as far as it says so. */
    static void take(Repository repository, FetchResult fetched) throws IOException {
        Optional<Ref> head = head(fetched);
        if (head.isPresent() && head.get().getObjectId() != null) {
            pointHead(repository, head.get());
        }
    }

    /** The branch that the origin's head names, or the first one at the same commit where the server does not say. */
    private static Optional<Ref> head(FetchResult fetched) {
        Ref head = fetched.getAdvertisedRef(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        if (head.isSymbolic()) {
            return Optional.of(head.getTarget());
        }
        ObjectId commit = head.getObjectId();
        List<Ref> branches = fetched.getAdvertisedRefs().stream()
                .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
                .filter(ref -> Objects.equals(commit, ref.getObjectId()))
                .toList();
        return branches.stream()
                .filter(ref -> ref.getName().equals(Constants.R_HEADS + Constants.MASTER)
                        || ref.getName().equals(Constants.R_HEADS + "main"))
                .findFirst()
                .or(() -> branches.stream().findFirst());
    }

    private static void pointHead(Repository repository, Ref branch) throws IOException {
        for (Ref old : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            if (!old.getName().equals(branch.getName())) {
                RefUpdate removal = repository.updateRef(old.getName());
                removal.setForceUpdate(true);
                removal.delete();
            }
        }
        RefUpdate local = repository.updateRef(branch.getName());
        local.setNewObjectId(branch.getObjectId());
        local.forceUpdate();
        repository.updateRef(Constants.HEAD, false).link(branch.getName());
        String name = branch.getName().substring(Constants.R_HEADS.length());
        repository.updateRef(Refs.OF_CLONE.branches() + Constants.HEAD, false).link(Refs.OF_CLONE.branches() + name);
    }
}
