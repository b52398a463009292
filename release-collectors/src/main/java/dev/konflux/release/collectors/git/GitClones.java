package dev.konflux.release.collectors.git;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RefSpec;

/**
 * Clones repositories without checking files out, each address once, and keeps the clones until it is closed. Safe for several threads.
 */
public final class GitClones implements GitAccess, AutoCloseable {

    private static final int FATAL = 128;

    private final Path folder;
    private final UnaryOperator<String> address;
    private final Duration timeout;
    private final Map<String, Path> clones = new ConcurrentHashMap<>();

    private GitClones(Builder builder) {
        this.folder = builder.folder;
        this.address = builder.address;
        this.timeout = builder.timeout;
    }

    /** Clones into the given folder, which is deleted with everything in it by {@link #close}. */
    public static Builder into(Path folder) {
        return new Builder(folder);
    }

    @Override
    public GitRepository open(GitRequest request) {
        String url = request.sshKey().isPresent() ? sshAddress(request) : request.url();
        Path clone = clones.computeIfAbsent(url, key -> cloneInto(key, request));
        try {
            Git git = Git.open(clone.toFile());
            return new ClonedRepository(git.getRepository(), id -> {
                if (request.onDemand()) {
                    bring(git, id);
                }
            });
        } catch (IOException e) {
            throw new GitFailure(FATAL, "cannot open the clone of " + request, e);
        }
    }

    private static String sshAddress(GitRequest request) {
        try {
            URI uri = URI.create(request.url());
            return "git@" + uri.getHost() + ":" + uri.getPath().replaceFirst("^/", "");
        } catch (IllegalArgumentException e) {
            throw new GitFailure(FATAL, "not an address of a repository: " + request, e);
        }
    }

    private Path cloneInto(String url, GitRequest request) {
        Path clone = folder.resolve(
                Hashing.sha256().hashString(url, StandardCharsets.UTF_8).toString());
        try {
            FreshClone.make(address.apply(url), clone, timeout);
            return clone;
        } catch (GitAPIException | IOException | URISyntaxException | IllegalArgumentException e) {
            throw new GitFailure(FATAL, "cannot clone " + request + ": " + e.getMessage(), e);
        }
    }

    /** As a partial clone does. When the server refuses, the object stays missing and reading it fails with its name. */
    private boolean bring(Git git, ObjectId id) {
        try {
            git.fetch()
                    .setRefSpecs(new RefSpec(id.name() + ":refs/brought/" + id.name()))
                    .setTimeout((int) timeout.toSeconds())
                    .call();
            return true;
        } catch (GitAPIException | JGitInternalException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how to clone. */
    public static final class Builder {

        private final Path folder;
        private UnaryOperator<String> address = UnaryOperator.identity();
        private Duration timeout = Duration.ofMinutes(5);

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** Maps the address in a Snapshot to the one to clone from, as git's setting of that name does. */
        @CanIgnoreReturnValue
        public Builder insteadOf(UnaryOperator<String> change) {
            this.address = change;
            return this;
        }

        /** How long a server may stay silent. */
        @CanIgnoreReturnValue
        public Builder timeout(Duration silence) {
            this.timeout = silence;
            return this;
        }

        /** The access. */
        public GitClones build() {
            return new GitClones(this);
        }
    }
}
