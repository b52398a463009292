package dev.konflux.release.collectors.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TcpTransport;
import org.eclipse.jgit.transport.URIish;

/** Git's own protocol, {@code git://}. What comes on JGit's own way there cannot be counted, and a silent server holds its thread for ever. */
final class SocketTransport extends TcpTransport implements PackTransport {

    private static final int PORT = 9418;
    /** How often a waiting thread looks up. */
    private static final Duration LOOK_UP = Duration.ofMillis(100);

    private final ServerTalk talk;
    private final Duration silence;

    SocketTransport(Repository repository, URIish address, ServerTalk talk, Duration silence) {
        super(repository, address);
        this.talk = talk;
        this.silence = silence;
    }

    @Override
    public FetchConnection openFetch() throws TransportException {
        return openFetch(List.of());
    }

    @Override
    public FetchConnection openFetch(Collection<RefSpec> references, String... patterns) throws TransportException {
        return new Fetch(references, patterns);
    }

    @Override
    public PushConnection openPush() throws NotSupportedException {
        throw new NotSupportedException("nothing is pushed");
    }

    @Override
    public void close() {
        // A connection closes its own socket.
    }

    /** One connection. */
    private final class Fetch extends BasePackFetchConnection {

        private final Socket socket = new Socket();

        Fetch(Collection<RefSpec> references, String... patterns) throws TransportException {
            super(SocketTransport.this);
            try {
                int port = uri.getPort() > 0 ? uri.getPort() : PORT;
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(uri.getHost(), port), millis(silence));
                socket.setSoTimeout(millis(silence.compareTo(LOOK_UP) < 0 ? silence : LOOK_UP));
                init(
                        talk.hear(new Patient(socket.getInputStream())),
                        new BufferedOutputStream(socket.getOutputStream()));
                pckOut.writeString("git-upload-pack " + uri.getPath() + "\0host=" + host() + "\0\0version=2\0");
                pckOut.flush();
            } catch (IOException e) {
                close();
                throw new TransportException(uri, String.valueOf(e.getMessage()), e);
            }
            if (!readAdvertisedRefs()) {
                lsRefs(references, patterns);
            }
        }

        private String host() {
            return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
        }

        @Override
        public void close() {
            super.close();
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    private static int millis(Duration time) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
    }

    /** What comes through a socket. Waiting for it takes no longer than the server may be silent, and ends with the talk. */
    private final class Patient extends InputStream {

        private final InputStream in;

        Patient(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            for (Duration left = silence; left.toMillis() > 0; left = left.minus(LOOK_UP)) {
                talk.check();
                try {
                    return in.read(buffer, offset, length);
                } catch (SocketTimeoutException e) {
                    // It goes on being silent.
                }
            }
            throw new Refusal("the server said nothing for " + silence);
        }
    }
}
