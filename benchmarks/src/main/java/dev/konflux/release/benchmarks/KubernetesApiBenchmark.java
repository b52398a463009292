package dev.konflux.release.benchmarks;

import dev.konflux.release.testkit.kube.KubernetesApi;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.kube.KubernetesRequest;
import dev.konflux.release.testkit.kube.KubernetesResponse;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Creates and reads of the API server in memory, with and without the network; one connection that is kept. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class KubernetesApiBenchmark {

    private static final String RELEASES = "/apis/appstudio.redhat.com/v1alpha1/namespaces/dev/releases";
    private static final String RELEASE =
            "{\"apiVersion\":\"appstudio.redhat.com/v1alpha1\",\"kind\":\"Release\",\"metadata\":{%s},"
                    + "\"spec\":{\"releasePlan\":\"plan\",\"snapshot\":\"shot\"}}";

    private KubernetesHandler handler;
    private KubernetesApi api;
    private Socket socket;
    private byte[] get;
    private byte[] create;

    /** A server with one release. */
    @Setup(Level.Iteration)
    public void start() throws IOException {
        ObjectStore store = new ObjectStore(
                Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC),
                NameSource.counting(),
                ClusterAdmission.full());
        handler = KubernetesHandler.of(store);
        handler.answer(KubernetesRequest.of("POST", "/api/v1/namespaces")
                .with(
                        "application/json",
                        "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"dev\"}}"));
        handler.answer(KubernetesRequest.of("POST", RELEASES)
                .with("application/json", RELEASE.formatted("\"name\":\"first\"")));
        api = KubernetesApi.serve(handler);
        socket = new Socket(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(api.url().substring(api.url().lastIndexOf(':') + 1)));
        socket.setTcpNoDelay(true);
        get = ("GET " + RELEASES + "/first HTTP/1.1\r\nhost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        String body = RELEASE.formatted("\"generateName\":\"r-\"");
        create = ("POST " + RELEASES + " HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Frees the port. */
    @TearDown(Level.Iteration)
    public void stop() throws IOException {
        socket.close();
        api.close();
    }

    /** A read without the network. */
    @Benchmark
    public KubernetesResponse getInProcess() {
        return handler.answer(KubernetesRequest.of("GET", RELEASES + "/first"));
    }

    /** A create without the network. */
    @Benchmark
    public KubernetesResponse createInProcess() {
        return handler.answer(KubernetesRequest.of("POST", RELEASES)
                .with("application/json", RELEASE.formatted("\"generateName\":\"r-\"")));
    }

    /** A read over the network. */
    @Benchmark
    public int getOverHttp() throws IOException {
        return exchange(get);
    }

    /** A create over the network. */
    @Benchmark
    public int createOverHttp() throws IOException {
        return exchange(create);
    }

    private int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        int filled = 0;
        while (true) {
            filled += in.read(buffer, filled, buffer.length - filled);
            String text = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            int length = text.indexOf("content-length: ");
            if (end > 0 && length > 0) {
                int wanted = Integer.parseInt(text.substring(length + 16, text.indexOf('\r', length)));
                if (filled >= end + 4 + wanted) {
                    return filled;
                }
            }
        }
    }
}
