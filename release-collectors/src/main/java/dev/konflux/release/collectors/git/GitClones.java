package dev.konflux.release.collectors.git;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/**
 * Reads repositories: those on this machine where they lie, others from clones that hold no more than what is asked for (texts of commits
 * alone, if that is enough) and of which there is one an address. Safe for several threads; a cache also for several processes.
 */
public final class GitClones implements GitAccess, AutoCloseable {

    private static final int FATAL = 128;

    private final Path folder;
    private final boolean temporary;
    private final UnaryOperator<String> address;
    private final GitLogins logins;
    private final HostKeys hostKeys;
    private final GitLimits limits;
    private final Optional<CacheBound> bound;
    private final Map<Path, Origin> origins = new ConcurrentHashMap<>();

    private GitClones(Builder builder) {
        this.folder = builder.folder;
        this.temporary = builder.temporary;
        this.address = builder.address;
        this.logins = builder.logins;
        this.hostKeys = builder.hostKeys;
        this.limits = builder.limits;
        this.bound = builder.bound;
    }

    /** Clones into the given folder, which is deleted with everything in it by {@link #close}. */
    public static Builder into(Path folder) {
        return new Builder(folder, true);
    }

    /**
     * Clones into the given folder, which stays and spares later ones the clone. A commit asked for by its hash and found there is read without
     * asking the server; clones made with different ssh keys are kept apart.
     */
    public static Builder cachedIn(Path folder) {
        return new Builder(folder, false);
    }

    @Override
    public GitRepository open(GitRequest request) {
        String url = address.apply(request.sshKey().isPresent() ? sshAddress(request) : request.url());
        Path place = folder.resolve(name(url, request.sshKey()));
        if (!temporary) {
            use(place, request);
        }
        return new OpenedRepository(
                origins.computeIfAbsent(place, key -> origin(key, url, request)), request.onDemand());
    }

    private static void use(Path place, GitRequest request) {
        try {
            CacheBound.use(place);
        } catch (IOException e) {
            throw new GitFailure(FATAL, "cannot keep a clone of " + request + ": " + e.getMessage(), e);
        }
    }

    /** A folder's name tells nothing of the address or the key. */
    private static String name(String url, Optional<byte[]> sshKey) {
        Hasher hasher = Hashing.sha256().newHasher().putString(url, StandardCharsets.UTF_8);
        sshKey.ifPresent(key -> hasher.putByte((byte) 0).putBytes(key));
        return hasher.hash().toString();
    }

    private Origin origin(Path place, String url, GitRequest request) {
        ServerRoute route = new ServerRoute(url, logins.find(url), request.sshKey(), hostKeys, limits.silence());
        RemoteServer server = new RemoteServer(request, route, limits);
        Origin clone = new LoggedOrigin(place.resolve("log"), server, new ClonedOrigin(place, server));
        return localRepository(url)
                .<Origin>map(gitFolder -> new LocalOrigin(gitFolder, clone))
                .orElse(clone);
    }

    private static Optional<File> localRepository(String url) {
        try {
            URIish address = new URIish(url);
            return address.isRemote() || address.getPath() == null
                    ? Optional.empty()
                    : Optional.ofNullable(FileKey.resolve(new File(address.getPath()), FS.DETECTED));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A web address with a key leads to the same repository over ssh. */
    private static String sshAddress(GitRequest request) {
        if (request.url().startsWith("ssh:")) {
            return request.url();
        }
        try {
            URI uri = URI.create(request.url());
            return "git@" + uri.getHost() + ":" + uri.getPath().replaceFirst("^/", "");
        } catch (IllegalArgumentException e) {
            throw new GitFailure(FATAL, "not an address of a repository: " + request, e);
        }
    }

    /** Deletes clones that were not to be kept, and kept ones that are too many. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            if (temporary) {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            } else if (bound.isPresent()) {
                bound.get().enforce();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how to clone. */
    public static final class Builder {

        private final Path folder;
        private final boolean temporary;
        private UnaryOperator<String> address = UnaryOperator.identity();
        private GitLogins logins = GitLogins.none();
        private HostKeys hostKeys = HostKeys.none();
        private GitLimits limits = GitLimits.DEFAULT;
        private Optional<CacheBound> bound = Optional.empty();

        private Builder(Path folder, boolean temporary) {
            this.folder = folder;
            this.temporary = temporary;
        }

        /** Maps the address in a Snapshot to the one to clone from, as git's setting of that name does. */
        @CanIgnoreReturnValue
        public Builder insteadOf(UnaryOperator<String> change) {
            this.address = change;
            return this;
        }

        /** Logins for repositories over https. */
        @CanIgnoreReturnValue
        public Builder logins(GitLogins provider) {
            this.logins = provider;
            return this;
        }

        /** Which ssh servers are trusted; none by default. */
        @CanIgnoreReturnValue
        public Builder hostKeys(HostKeys policy) {
            this.hostKeys = policy;
            return this;
        }

        /** How much a server may ask. */
        @CanIgnoreReturnValue
        public Builder limits(GitLimits most) {
            this.limits = most;
            return this;
        }

        /** How long a server may stay silent. */
        @CanIgnoreReturnValue
        public Builder timeout(Duration silence) {
            return limits(limits.withSilence(silence));
        }

        /**
         * Makes {@link GitClones#close} delete kept clones, those first that were not used for longest, until the others take no more than so
         * many bytes. None goes that was opened within the last hour. Without this all stay.
         */
        @CanIgnoreReturnValue
        public Builder keepingAtMost(long bytes, Clock clock) {
            this.bound = Optional.of(new CacheBound(folder, bytes, clock));
            return this;
        }

        /** The access. */
        public GitClones build() {
            return new GitClones(this);
        }
    }
}
