package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections over http of which a talk hears everything, and only those to one server carry a login: JGit itself takes it along when it is
 * redirected. Servers that merely hand out files are refused, because JGit would then ask for object after object, wherever they lead.
 */
final class GuardedConnections extends JDKHttpConnectionFactory {

    private static final String LOGIN = "Authorization";

    private static final String SMART = "application/x-git-upload-pack-";
    private static final String PACKING = "Content-Encoding";

    private final URIish server;
    private final ServerTalk talk;

    GuardedConnections(URIish server, ServerTalk talk) {
        this.server = server;
        this.talk = talk;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Connection(url, proxy, isSameServer(server, new URIish(url)), talk);
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
        private final ServerTalk talk;

        Connection(URL url, Proxy proxy, boolean carriesLogin, ServerTalk talk) throws IOException {
            super(url, proxy);
            this.carriesLogin = carriesLogin;
            this.talk = talk;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream in = super.getInputStream();
            if (!String.valueOf(getContentType()).startsWith(SMART)) {
                throw new Refusal("the server does not speak git's smart protocol over http");
            }
            return talk.hear("gzip".equals(super.getHeaderField(PACKING)) ? new GZIPInputStream(in) : in);
        }

        /** What is packed is unpacked here, so that the talk hears how much it is. */
        @Override
        public @Nullable String getHeaderField(String name) {
            return name.equalsIgnoreCase(PACKING) ? null : super.getHeaderField(name);
        }

        @Override
        public void setRequestProperty(String name, String value) {
            if (carriesLogin || !name.equalsIgnoreCase(LOGIN)) {
                super.setRequestProperty(name, value);
            }
        }
    }
}
