package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.util.Objects;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** Connections over http of which only those to one server carry a login. JGit itself takes it along when it is redirected. */
final class GuardedConnections extends JDKHttpConnectionFactory {

    private static final String LOGIN = "Authorization";

    private final URIish server;

    GuardedConnections(URIish server) {
        this.server = server;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Connection(url, proxy, isSameServer(server, new URIish(url)));
    }

    /** Whether two addresses lead to the same server in the same way. */
    static boolean isSameServer(URIish one, URIish other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getHost(), other.getHost())
                && one.getPort() == other.getPort();
    }

    /** One connection. */
    private static final class Connection extends JDKHttpConnection {

        private final boolean carriesLogin;

        Connection(URL url, Proxy proxy, boolean carriesLogin) throws IOException {
            super(url, proxy);
            this.carriesLogin = carriesLogin;
        }

        @Override
        public void setRequestProperty(String name, String value) {
            if (carriesLogin || !name.equalsIgnoreCase(LOGIN)) {
                super.setRequestProperty(name, value);
            }
        }
    }
}
