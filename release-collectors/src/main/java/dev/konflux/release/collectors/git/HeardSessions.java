package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** Sessions over ssh of which a talk hears everything. */
final class HeardSessions extends SshSessionFactory {

    private final SshSessionFactory sessions;
    private final ServerTalk talk;

    HeardSessions(SshSessionFactory sessions, ServerTalk talk) {
        this.sessions = sessions;
        this.talk = talk;
    }

    @Override
    public RemoteSession getSession(URIish address, CredentialsProvider credentials, FS files, int timeout)
            throws TransportException {
        return new HeardSession(sessions.getSession(address, credentials, files, timeout));
    }

    @Override
    public void releaseSession(RemoteSession session) {
        session.disconnect();
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    /** One session. */
    private final class HeardSession implements RemoteSession2 {

        private final RemoteSession session;

        HeardSession(RemoteSession session) {
            this.session = session;
        }

        @Override
        public Process exec(String command, int timeout) throws IOException {
            return exec(command, Map.of(), timeout);
        }

        @Override
        public Process exec(String command, Map<String, String> environment, int timeout) throws IOException {
            return new HeardProcess(
                    session instanceof RemoteSession2 newer
                            ? newer.exec(command, environment, timeout)
                            : session.exec(command, timeout));
        }

        @Override
        public void disconnect() {
            sessions.releaseSession(session);
        }
    }

    /** A program on the server. */
    private final class HeardProcess extends Process {

        private final Process process;
        private final InputStream output;
        private final InputStream errors;

        HeardProcess(Process process) {
            this.process = process;
            this.output = talk.hear(process.getInputStream());
            this.errors = talk.hear(process.getErrorStream());
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public InputStream getErrorStream() {
            return errors;
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public boolean waitFor(long time, TimeUnit unit) throws InterruptedException {
            return process.waitFor(time, unit);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }
}
