package dev.konflux.release.collectors.git;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.net.URISyntaxException;
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
import org.eclipse.jgit.transport.RefSpec;

/**
 * A repository that is cloned into a folder of its own, once as deep as each question needs it. A clone found there from earlier is used: as it
 * is when it holds the commits that are asked for by hash, else brought up to date, once for the life of this object.
 */
final class ClonedOrigin implements Origin {

    private static final int FATAL = 128;

    private final Path folder;
    private final RemoteServer server;
    private final String printableUrl;
    private final long objectBytes;
    private final Set<Path> upToDate = ConcurrentHashMap.newKeySet();

    ClonedOrigin(Path folder, RemoteServer server, String printableUrl, long objectBytes) {
        this.folder = folder;
        this.server = server;
        this.printableUrl = printableUrl;
        this.objectBytes = objectBytes;
    }

    @Override
    public ClonedRepository history(HistoryRequest request) {
        GitContent content = request.trees() ? GitContent.TREES : GitContent.COMMITS;
        Path clone = folder.resolve(content.folder());
        return cloned(
                clone,
                request.revisions(),
                request.everyObject(),
                repository ->
                        OriginReferences.take(repository, server.fetch(repository, content, OriginReferences.ALL)));
    }

    @Override
    public ClonedRepository files(String branch) {
        String name =
                Hashing.sha256().hashString(branch, StandardCharsets.UTF_8).toString();
        Path clone = folder.resolve(GitContent.FILES.folder()).resolve(name);
        return cloned(clone, List.of(branch), false, repository -> server.fetchNewest(repository, branch));
    }

    private ClonedRepository cloned(Path clone, List<String> revisions, boolean everyObject, Bringing bringing) {
        try {
            if (!upToDate.contains(clone)) {
                FolderLock.<URISyntaxException>holding(clone, () -> bring(clone, revisions, bringing));
            }
            Repository repository = open(clone);
            if (everyObject) {
                bringUnreached(repository, revisions);
            }
            return new ClonedRepository(repository, Refs.OF_CLONE, everyObject);
        } catch (IOException | URISyntaxException | JGitInternalException | IllegalArgumentException e) {
            throw new GitFailure(FATAL, "cannot clone " + printableUrl + ": " + withoutAddress(e), e);
        }
    }

    /** JGit's messages begin with the address, login included. */
    private static String withoutAddress(Exception e) {
        return GitRequest.withoutLogin(String.valueOf(e.getMessage()));
    }

    /** Another thread or process may have been here while this one waited. */
    private void bring(Path clone, List<String> revisions, Bringing bringing) throws IOException, URISyntaxException {
        if (upToDate.contains(clone)) {
            return;
        }
        if (Files.exists(clone)) {
            try (Repository repository = open(clone)) {
                if (!hasAll(repository, revisions)) {
                    bringing.into(repository);
                    upToDate.add(clone);
                }
            }
            return;
        }
        Path scratch = Files.createTempDirectory(Files.createDirectories(clone.getParent()), "new");
        try {
            try (Repository repository = open(scratch)) {
                repository.create(true);
                OriginReferences.configure(repository);
                bringing.into(repository);
            }
            Files.move(scratch, clone, StandardCopyOption.ATOMIC_MOVE);
            upToDate.add(clone);
        } finally {
            if (Files.exists(scratch)) {
                MoreFiles.deleteRecursively(scratch, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        }
    }

    private Repository open(Path clone) throws IOException {
        return new BoundedRepository(clone.toFile(), objectBytes);
    }

    private static boolean hasAll(Repository repository, List<String> revisions) throws IOException {
        for (String revision : revisions) {
            if (!ObjectId.isId(revision) || !repository.getObjectDatabase().has(ObjectId.fromString(revision))) {
                return false;
            }
        }
        return true;
    }

    /** As a partial clone does. */
    private void bringUnreached(Repository repository, List<String> revisions) throws IOException, URISyntaxException {
        for (String revision : revisions) {
            if (ObjectId.isId(revision) && !hasAll(repository, List.of(revision))) {
                RefSpec single = new RefSpec(revision + ":refs/brought/" + revision);
                try {
                    server.fetch(repository, GitContent.TREES, List.of(single));
                } catch (TransportException e) {
                    // The server refuses: the object stays missing, and reading it fails with its name.
                }
            }
        }
    }

    /** Fills a clone from its origin. */
    @FunctionalInterface
    private interface Bringing {
        void into(Repository repository) throws IOException, URISyntaxException;
    }
}
