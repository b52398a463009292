package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;

/**
 * Makes a clone with the names a clone by git has (the origin's branches below {@code refs/remotes/origin}, one local branch), but without
 * files, and without the background clean-up that JGit's own clone command starts and that outlives it.
 */
final class FreshClone {

    private static final String ORIGIN = "origin";
    private static final String REMOTE_BRANCHES = Constants.R_REMOTES + ORIGIN + "/";

    private FreshClone() {}

    static void make(String url, Path folder, Duration timeout)
            throws GitAPIException, IOException, URISyntaxException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            Repository repository = git.getRepository();
            configure(repository, url);
            FetchResult fetched = git.fetch()
                    .setRemote(ORIGIN)
                    .setTagOpt(TagOpt.FETCH_TAGS)
                    .setTimeout((int) timeout.toSeconds())
                    .call();
            Optional<Ref> head = head(fetched);
            if (head.isPresent()) {
                pointHead(repository, head.get());
            }
        } catch (JGitInternalException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void configure(Repository repository, String url) throws URISyntaxException, IOException {
        StoredConfig config = repository.getConfig();
        config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
        config.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
        RemoteConfig remote = new RemoteConfig(config, ORIGIN);
        remote.addURI(new URIish(url));
        remote.addFetchRefSpec(new RefSpec("+" + Constants.R_HEADS + "*:" + REMOTE_BRANCHES + "*"));
        remote.update(config);
        config.save();
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
        if (branch.getObjectId() == null) {
            return;
        }
        RefUpdate local = repository.updateRef(branch.getName());
        local.setNewObjectId(branch.getObjectId());
        local.forceUpdate();
        repository.updateRef(Constants.HEAD, false).link(branch.getName());
        String name = branch.getName().substring(Constants.R_HEADS.length());
        repository.updateRef(REMOTE_BRANCHES + Constants.HEAD, false).link(REMOTE_BRANCHES + name);
    }
}
