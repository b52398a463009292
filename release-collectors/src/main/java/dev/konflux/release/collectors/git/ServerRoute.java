package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/**
 * The way to a server.
 *
 * @param url address, which may hold a login
 * @param login who asks, over https
 * @param sshKey private key to ask with, over ssh
 * @param hostKeys which ssh servers are trusted
 * @param silence how long the server may say nothing
 */
record ServerRoute(String url, Optional<GitLogin> login, Optional<byte[]> sshKey, HostKeys hostKeys, Duration silence) {

    /** What is cloned from; JGit knows further ones, such as buckets and bundles. */
    private static final List<String> SCHEMES = List.of("https", "http", "ssh", "git", "file");

    /** Opens the way; everything that comes along it is heard by the talk. */
    Transport open(Repository repository, ServerTalk talk) throws IOException {
        URIish address = address();
        Transport transport = "git".equals(address.getScheme())
                ? new SocketTransport(repository, address, talk, silence)
                : Transport.open(repository, address);
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setRemoveDeletedRefs(true);
        // With parts left out, what arrives is not connected; what is really missing shows when it is read.
        transport.setCheckFetchedObjects(false);
        transport.setCredentialsProvider(new HostCredentials(address, login));
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new GuardedConnections(address, talk));
        }
        if (transport instanceof SshTransport ssh) {
            ssh.setSshSessionFactory(new HeardSessions(sshSessions(), talk));
        }
        if (!(transport instanceof SocketTransport)) {
            transport.setTimeout((int) Math.max(1, Math.min(Integer.MAX_VALUE / 1000, silence.toSeconds())));
        }
        return transport;
    }

    private URIish address() throws NotSupportedException {
        if (url.chars().anyMatch(Character::isISOControl)) {
            throw new NotSupportedException("the address holds control characters");
        }
        URIish address = parsed();
        if (address.isRemote() && address.getScheme() != null && !SCHEMES.contains(address.getScheme())) {
            throw new NotSupportedException("no repository is cloned over " + address.getScheme());
        }
        return address;
    }

    private URIish parsed() throws NotSupportedException {
        try {
            return new URIish(url);
        } catch (URISyntaxException e) {
            throw new NotSupportedException("this is no address of a repository", e);
        }
    }

    private SshSessionFactory sshSessions() throws IOException {
        try {
            return SshSessions.open(sshKey, hostKeys);
        } catch (NoClassDefFoundError e) {
            throw new IOException("ssh needs the library org.eclipse.jgit.ssh.apache, which is not there", e);
        }
    }

    @Override
    public String toString() {
        return GitRequest.withoutLogin(url);
    }
}
