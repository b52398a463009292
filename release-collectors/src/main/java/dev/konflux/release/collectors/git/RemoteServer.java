package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A server that repositories are fetched from. */
final class RemoteServer {

    /** What is cloned from; JGit knows further ones, such as buckets and bundles. */
    private static final List<String> SCHEMES = List.of("https", "http", "ssh", "git", "file");

    private static final int FATAL = 128;

    private final GitRequest request;
    private final String url;
    private final Optional<GitLogin> login;
    private final HostKeys hostKeys;
    private final GitLimits limits;

    /**
     * A server for the repository that a request asks for.
     *
     * @param url where that really is
     */
    RemoteServer(GitRequest request, String url, Optional<GitLogin> login, HostKeys hostKeys, GitLimits limits) {
        this.request = request;
        this.url = url;
        this.login = login;
        this.hostKeys = hostKeys;
        this.limits = limits;
    }

    /**
     * Receives the commits that branches and tags reach, and nothing else.
     *
     * @param log gets the commits
     * @param had commits that are left out, with all they reach
     * @return what branches and tags point at; empty when this server cannot leave anything out
     */
    Optional<Set<ObjectId>> receive(CommitLog log, Set<ObjectId> had) throws IOException, URISyntaxException {
        try (ReceivingRepository repository = new ReceivingRepository(had, pack -> CommitPack.read(pack, limits, log));
                Transport transport = open(repository)) {
            transport.setFetchThin(false);
            transport.setFilterSpec(GitContent.COMMITS.filter());
            try (FetchConnection connection = transport.openFetch(OriginReferences.ALL)) {
                List<Ref> references = connection.getRefs().stream()
                        .filter(ref -> OriginReferences.ALL.stream().anyMatch(all -> all.matchSource(ref)))
                        .toList();
                if (!references.isEmpty()) {
                    connection.fetch(NullProgressMonitor.INSTANCE, references, had);
                }
                Interruption.check();
                return Optional.of(references.stream()
                        .flatMap(ref -> Stream.of(ref.getObjectId(), ref.getPeeledObjectId()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
            }
        } catch (TransportException e) {
            if (canLeaveOut(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean canLeaveOut(TransportException e) {
        return !String.valueOf(e.getMessage()).contains(JGitText.get().filterRequiresCapability);
    }

    /** Fetches references and what they reach; what the repository has beyond them in the same name spaces goes. */
    FetchResult fetch(Repository repository, GitContent content, List<RefSpec> references)
            throws IOException, URISyntaxException {
        try {
            return fetch(repository, content.filter(), references);
        } catch (TransportException e) {
            if (canLeaveOut(e)) {
                throw e;
            }
            return fetch(repository, FilterSpec.NO_FILTER, references);
        }
    }

    /** Fetches the newest commit alone, with its files, of a branch or, where there is none, a tag of that name. */
    void fetchNewest(Repository repository, String name) throws IOException, URISyntaxException {
        String branch = Constants.R_HEADS + name;
        try {
            fetchNewest(repository, new RefSpec("+" + branch + ":" + Refs.OF_CLONE.branches() + name));
        } catch (TransportException e) {
            if (!MessageFormat.format(JGitText.get().remoteDoesNotHaveSpec, branch)
                    .equals(e.getMessage())) {
                throw e;
            }
            String tag = Constants.R_TAGS + name;
            fetchNewest(repository, new RefSpec("+" + tag + ":" + tag));
        }
    }

    private void fetchNewest(Repository repository, RefSpec reference) throws IOException, URISyntaxException {
        try (Transport transport = open(repository)) {
            transport.setDepth(1);
            fetch(transport, repository, List.of(reference));
        }
    }

    private FetchResult fetch(Repository repository, FilterSpec filter, List<RefSpec> references)
            throws IOException, URISyntaxException {
        try (Transport transport = open(repository)) {
            transport.setFilterSpec(filter);
            return fetch(transport, repository, references);
        }
    }

    private FetchResult fetch(Transport transport, Repository repository, List<RefSpec> references) throws IOException {
        FetchMonitor monitor = new FetchMonitor(
                repository.getDirectory().toPath().resolve("objects").toFile(), limits.fetchBytes());
        return transport.fetch(monitor, references);
    }

    /** What is told when the server cannot be read from. JGit's messages begin with the address, login included. */
    GitFailure failure(Exception e) {
        return new GitFailure(
                FATAL, "cannot clone " + request + ": " + GitRequest.withoutLogin(String.valueOf(e.getMessage())), e);
    }

    private Transport open(Repository repository) throws IOException, URISyntaxException {
        URIish address = new URIish(url);
        if (address.isRemote() && address.getScheme() != null && !SCHEMES.contains(address.getScheme())) {
            throw new NotSupportedException("no repository is cloned over " + address.getScheme());
        }
        Transport transport = Transport.open(repository, address);
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setRemoveDeletedRefs(true);
        // With parts left out, what arrives is not connected; what is really missing shows when it is read.
        transport.setCheckFetchedObjects(false);
        transport.setTimeout((int) Math.min(Integer.MAX_VALUE, limits.silence().toSeconds()));
        transport.setCredentialsProvider(new HostCredentials(address, login));
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new GuardedConnections(address));
        }
        if (transport instanceof SshTransport ssh) {
            ssh.setSshSessionFactory(sshSessions());
        }
        return transport;
    }

    private SshSessionFactory sshSessions() throws IOException {
        try {
            return SshSessions.open(request.sshKey(), hostKeys);
        } catch (NoClassDefFoundError e) {
            throw new IOException("ssh needs the library org.eclipse.jgit.ssh.apache, which is not there", e);
        }
    }
}
