import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.testkit.kube.KubernetesApi;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The same calls, byte for byte, to the project's API server and to fabric8's mock server in CRUD mode; figures of each, after as
 * many seconds of creates, and half as many of gets, as the fourth argument says. The
 * mock server told a watch over plain HTTP nothing when this was written, so that watches are measured on one side only.
 */
public final class Calls {

    private static final String NAMESPACES = "/api/v1/namespaces";
    private static final String NAMESPACE =
            "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}";
    private static final String RELEASES = "/apis/appstudio.redhat.com/v1alpha1/namespaces/dev/releases";
    private static final String WATCHED = "/apis/appstudio.redhat.com/v1alpha1/namespaces/seen/releases";
    private static final String RELEASE = "{\"apiVersion\":\"appstudio.redhat.com/v1alpha1\",\"kind\":\"Release\","
            + "\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\"},\"spec\":{\"releasePlan\":\"plan\",\"snapshot\":\"shot\"}}";

    private Calls() {}

    interface Server extends AutoCloseable {
        int port();

        @Override
        void close();
    }

    private static Server ours() {
        ObjectStore store = new ObjectStore(
                () -> Instant.parse("2030-01-01T00:00:00Z"),
                NameSource.counting(),
                ClusterAdmission.of(Admission.chain().withoutWebhooks()));
        KubernetesApi api = KubernetesApi.serve(store);
        return new Server() {
            @Override
            public int port() {
                return Integer.parseInt(api.url().substring(api.url().lastIndexOf(':') + 1));
            }

            @Override
            public void close() {
                api.close();
            }
        };
    }

    private static Server theirs() {
        KubernetesMockServer mock = new KubernetesMockServer(
                new io.fabric8.mockwebserver.Context(),
                new MockWebServer(),
                new HashMap<>(),
                new io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher(),
                false);
        mock.init(InetAddress.getLoopbackAddress(), 0);
        return new Server() {
            @Override
            public int port() {
                return mock.getPort();
            }

            @Override
            public void close() {
                mock.destroy();
            }
        };
    }

    public static void main(String[] args) throws Exception {
        // The mock server logs every request.
        java.util.logging.LogManager.getLogManager().reset();
        boolean isOurs = args[0].equals("ours");
        int count = Integer.parseInt(args[1]);
        int watches = Integer.parseInt(args[2]);
        long warm = Long.parseLong(args[3]) * 1_000_000_000L;
        long start = 0;
        for (int i = 0; i < 20; i++) {
            start = System.nanoTime();
            try (Server server = isOurs ? ours() : theirs();
                    Client client = new Client(server.port())) {
                client.get(NAMESPACES);
                start = System.nanoTime() - start;
            }
        }
        try (Server server = isOurs ? ours() : theirs();
                Client client = new Client(server.port())) {
            for (String name : List.of("dev", "seen")) {
                client.post(NAMESPACES, NAMESPACE.formatted(name));
            }
            int warmed = 0;
            for (long begin = System.nanoTime(); System.nanoTime() - begin < warm; warmed++) {
                client.post(RELEASES, RELEASE.formatted("warm" + warmed, "dev"));
            }
            Pace creates = Pace.of(count, () -> creates(client, "r", count));
            for (long begin = System.nanoTime(); System.nanoTime() - begin < warm / 2; ) {
                gets(client, Math.min(count, 100));
            }
            Pace gets = Pace.of(count, () -> gets(client, count));
            System.out.printf(
                    "%-6s  start to first answer %5.1f ms   creates/s %s (after %d)   gets/s %s%n",
                    args[0], start / 1e6, creates, warmed, gets);
            if (isOurs) {
                System.out.printf("        event after %6.3f ms (median)%n", watched(server, client, 500) / 1e6);
                long all = manyWatches(server, client, watches);
                System.out.printf("        %d watches at once, all told after %5.1f ms%n", watches, all / 1e6);
            }
        }
        System.exit(0);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Calls a second: by the clock, and by the time that threads other than the client's were at work (compiler and collector apart). */
    private record Pace(long byClock, long byWork) {

        static Pace of(int count, Work work) throws Exception {
            long start = System.nanoTime();
            long busy = busy();
            work.run();
            return new Pace(count * 1_000_000_000L / (System.nanoTime() - start), count * 1_000_000_000L / (busy() - busy));
        }

        private static long busy() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long own = Thread.currentThread().getId();
            return LongStream.of(threads.getAllThreadIds())
                    .filter(thread -> thread != own)
                    .map(threads::getThreadCpuTime)
                    .filter(time -> time > 0)
                    .sum();
        }

        @Override
        public String toString() {
            return byClock + " (server alone " + byWork + ")";
        }
    }

    private static void creates(Client client, String prefix, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            client.post(RELEASES, RELEASE.formatted(prefix + i, "dev"));
        }
    }

    private static void gets(Client client, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            client.get(RELEASES + "/r" + i);
        }
    }

    /** Median time from sending a create to its event on another connection. */
    private static long watched(Server server, Client client, int count) throws Exception {
        try (Watch watch = new Watch(server.port())) {
            client.post(WATCHED, RELEASE.formatted("first-event", "seen"));
            watch.until("first-event");
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                client.send("POST", WATCHED, RELEASE.formatted("event-" + i, "seen"));
                watch.until("event-" + i);
                times.add(System.nanoTime() - start);
                client.answer();
            }
            times.sort(null);
            return times.get(count / 2);
        }
    }

    private static long manyWatches(Server server, Client client, int count) throws Exception {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            watches.add(new Watch(server.port()));
        }
        client.post(WATCHED, RELEASE.formatted("all-ready", "seen"));
        for (Watch watch : watches) {
            watch.until("all-ready");
        }
        long start = System.nanoTime();
        client.post(WATCHED, RELEASE.formatted("for-all", "seen"));
        for (Watch watch : watches) {
            watch.until("for-all");
        }
        long time = System.nanoTime() - start;
        for (Watch watch : watches) {
            watch.close();
        }
        return time;
    }

    /** One kept connection. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Client(int port) throws Exception {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new java.io.BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        void get(String path) throws Exception {
            send("GET", path, "");
            answer();
        }

        void post(String path, String body) throws Exception {
            send("POST", path, body);
            answer();
        }

        void send(String method, String path, String body) throws Exception {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }

        void answer() throws Exception {
            int status = 0;
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.startsWith("HTTP/")) {
                    status = Integer.parseInt(line.substring(9, 12));
                } else if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            in.readNBytes(length);
            if (status > 201) {
                throw new IllegalStateException("status " + status);
            }
        }

        private String line() throws Exception {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IllegalStateException("the server has gone");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws Exception {
            socket.close();
        }
    }

    /** A stream of the events of releases from now on. */
    private static final class Watch implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;

        Watch(int port) throws Exception {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + WATCHED + "?watch=true HTTP/1.1\r\nhost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 12);
            if (lines.readLine() == null) {
                throw new IllegalStateException("no stream");
            }
        }

        void until(String name) throws Exception {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"" + name + "\"")) {
                    return;
                }
            }
            throw new IllegalStateException("the stream ended before " + name);
        }

        @Override
        public void close() throws Exception {
            socket.close();
        }
    }
}
