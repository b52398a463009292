package dev.konflux.release.collectors.git;

import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Gives a login to the server it is for, and to no other that this one redirects to. */
final class HostCredentials extends CredentialsProvider {

    private final URIish server;
    private final Optional<GitLogin> login;

    HostCredentials(URIish server, Optional<GitLogin> login) {
        this.server = server;
        this.login = login;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return login.isPresent();
    }

    @Override
    public boolean get(URIish asking, CredentialItem... items) {
        if (!supports(items) || !GuardedConnections.isSameServer(server, asking)) {
            return false;
        }
        GitLogin found = login.orElseThrow();
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(found.user());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(found.password().toCharArray());
            }
        }
        return true;
    }
}
