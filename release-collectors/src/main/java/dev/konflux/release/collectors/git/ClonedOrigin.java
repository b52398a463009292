package dev.konflux.release.collectors.git;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;

/**
 * A repository that is cloned into a folder of its own, once as deep as each question needs it. A clone found there from earlier is used: as it
 * is when it holds the commits that are asked for by hash, else brought up to date, once for the life of this object.
 */
final class ClonedOrigin implements Origin {

    private final Path folder;
    private final RemoteServer server;
    private final KeptMailmap mailmap;
    private final Set<Path> upToDate = ConcurrentHashMap.newKeySet();

    ClonedOrigin(Path folder, RemoteServer server) {
        this.folder = folder;
        this.server = server;
        this.mailmap = new KeptMailmap(folder.resolve("mailmap"), server);
    }

    @Override
    public GitRepository history(HistoryRequest request) {
        GitContent content = request.trees() ? GitContent.TREES : GitContent.COMMITS;
        return cloned(
                folder.resolve(content.folder()),
                request.revisions(),
                request.everyObject(),
                clone -> bringAll(clone, content));
    }

    private void bringAll(Path clone, GitContent content) throws IOException {
        FetchResult fetched = server.fetch(clone, content, OriginReferences.ALL);
        try (Repository repository = ScratchClone.open(clone)) {
            OriginReferences.take(repository, fetched);
        }
    }

    @Override
    public GitRepository files(String branch) {
        String name =
                Hashing.sha256().hashString(branch, StandardCharsets.UTF_8).toString();
        Path clone = folder.resolve(GitContent.FILES.folder()).resolve(name);
        return cloned(clone, List.of(branch), false, fresh -> server.fetchNewest(fresh, branch));
    }

    private GitRepository cloned(Path clone, List<String> revisions, boolean everyObject, ScratchClone.Use bringing) {
        try {
            if (!upToDate.contains(clone)) {
                FolderLock.holding(clone, () -> bring(clone, revisions, bringing));
            }
            if (everyObject) {
                bringUnreached(clone, revisions);
            }
            return new ClonedRepository(ScratchClone.open(clone), Refs.OF_CLONE, everyObject);
        } catch (IOException | JGitInternalException | IllegalArgumentException e) {
            throw server.failure(e);
        }
    }

    /** Another thread or process may have been here while this one waited. */
    private Path bring(Path clone, List<String> revisions, ScratchClone.Use bringing) throws IOException {
        if (!Files.exists(clone)) {
            make(clone, bringing);
        } else if (!upToDate.contains(clone) && !hasAll(clone, revisions)) {
            bringing.of(clone);
            upToDate.add(clone);
        }
        return clone;
    }

    private void make(Path clone, ScratchClone.Use bringing) throws IOException {
        ScratchClone.beside(clone, scratch -> {
            bringing.of(scratch);
            Files.move(scratch, clone, StandardCopyOption.ATOMIC_MOVE);
        });
        upToDate.add(clone);
    }

    @Override
    public Mailmap mailmap() {
        try {
            return mailmap.read();
        } catch (IOException | JGitInternalException e) {
            throw server.failure(e);
        }
    }

    private static boolean hasAll(Path clone, List<String> revisions) throws IOException {
        try (Repository repository = ScratchClone.open(clone)) {
            for (String revision : revisions) {
                if (!ObjectId.isId(revision) || !repository.getObjectDatabase().has(ObjectId.fromString(revision))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** As a partial clone does. */
    private void bringUnreached(Path clone, List<String> revisions) throws IOException {
        for (String revision : revisions) {
            if (ObjectId.isId(revision) && !hasAll(clone, List.of(revision))) {
                RefSpec single = new RefSpec(revision + ":refs/brought/" + revision);
                try {
                    server.fetch(clone, GitContent.TREES, List.of(single));
                } catch (TransportException e) {
                    if (RemoteServer.findRefusal(e).isPresent()) {
                        throw e;
                    }
                    // The server refuses: the object stays missing, and reading it fails with its name.
                }
            }
        }
    }
}
