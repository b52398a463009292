package dev.konflux.release.collectors.git;

import com.google.common.base.CharMatcher;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.eclipse.jgit.transport.Transport;

/** A server that repositories are fetched from. */
final class RemoteServer {

    private static final int FATAL = 128;
    private static final int LONGEST_MESSAGE = 1000;

    private final GitRequest request;
    private final ServerRoute route;
    private final GitLimits limits;
    private volatile boolean wasAsked;

    /**
     * A server for the repository that a request asks for.
     *
     * @param route the way to it, which need not be the address asked for
     */
    RemoteServer(GitRequest request, ServerRoute route, GitLimits limits) {
        this.request = request;
        this.route = route;
        this.limits = limits;
    }

    /**
     * Receives the commits that branches and tags reach, and nothing else.
     *
     * @param log gets the commits
     * @param had commits that are left out, with all they reach
     * @return what branches and tags point at; empty when this server cannot leave anything out
     */
    Optional<Set<ObjectId>> receive(CommitLog log, Set<ObjectId> had) throws IOException {
        ServerTalk talk = talk();
        try (ReceivingRepository repository =
                        new ReceivingRepository(had, pack -> CommitPack.read(talk.pack(pack), limits, log));
                Transport transport = route.open(repository, talk)) {
            transport.setFetchThin(false);
            transport.setFilterSpec(GitContent.COMMITS.filter());
            try (FetchConnection connection = transport.openFetch(OriginReferences.ALL)) {
                List<Ref> references = connection.getRefs().stream()
                        .filter(ref -> OriginReferences.ALL.stream().anyMatch(all -> all.matchSource(ref)))
                        .toList();
                if (!references.isEmpty()) {
                    connection.fetch(NullProgressMonitor.INSTANCE, references, had);
                }
                talk.check();
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

    /** Fetches references and what they reach into a clone; what it has beyond them in the same name spaces goes. */
    FetchResult fetch(Path clone, GitContent content, List<RefSpec> references) throws IOException {
        try {
            return fetch(clone, content, content.filter(), references);
        } catch (TransportException e) {
            if (canLeaveOut(e)) {
                throw e;
            }
            return fetch(clone, content, FilterSpec.NO_FILTER, references);
        }
    }

    private FetchResult fetch(Path clone, GitContent content, FilterSpec leavingOut, List<RefSpec> references)
            throws IOException {
        ServerTalk talk = talk();
        try (Repository repository = new BoundedRepository(clone.toFile(), talk, limits.objectBytes());
                Transport transport = route.open(repository, talk)) {
            content.ask(transport, leavingOut);
            FetchResult fetched = transport.fetch(new FetchMonitor(talk), references);
            talk.check();
            return fetched;
        }
    }

    /** Fetches the newest commit of a branch or, where there is none, a tag of that name. */
    void fetchNewest(Path clone, String name) throws IOException {
        String branch = Constants.R_HEADS + name;
        String tag = Constants.R_TAGS + name;
        if (!fetchOne(clone, GitContent.FILES, branch, Refs.OF_CLONE.branches() + name)) {
            fetch(clone, GitContent.FILES, List.of(new RefSpec("+" + tag + ":" + tag)));
        }
    }

    /**
     * Fetches one reference, if the server has it.
     *
     * @param name what it is to be called in the clone
     * @return whether the server has it
     */
    boolean fetchOne(Path clone, GitContent content, String reference, String name) throws IOException {
        try {
            fetch(clone, content, List.of(new RefSpec("+" + reference + ":" + name)));
            return true;
        } catch (TransportException e) {
            if (MessageFormat.format(JGitText.get().remoteDoesNotHaveSpec, reference)
                    .equals(e.getMessage())) {
                return false;
            }
            throw e;
        }
    }

    /** Whether it was asked for anything. */
    boolean wasAsked() {
        return wasAsked;
    }

    private ServerTalk talk() {
        wasAsked = true;
        return new ServerTalk(limits, System::nanoTime);
    }

    /** What is told when the server cannot be read from. JGit's messages begin with the address, login included. */
    GitFailure failure(Exception e) {
        return new GitFailure(FATAL, "cannot clone " + request + ": " + GitRequest.withoutLogin(reason(e)), e);
    }

    /** What is a server's own text is told in one line, and not too long. */
    private static String reason(Exception e) {
        String message = String.valueOf(findRefusal(e).orElse(e).getMessage());
        String line = CharMatcher.javaIsoControl().collapseFrom(message, ' ');
        return line.substring(0, Math.min(line.length(), LONGEST_MESSAGE));
    }

    /** Why reading was given up on this side: a limit, or an interruption. */
    static Optional<Throwable> findRefusal(Throwable failure) {
        return Throwables.getCausalChain(failure).stream()
                .filter(cause -> cause instanceof Refusal || cause instanceof GitFailure)
                .findFirst();
    }
}
