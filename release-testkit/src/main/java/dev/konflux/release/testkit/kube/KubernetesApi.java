package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableListMultimap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.http.ConnectionServer;
import dev.konflux.release.testkit.http.HttpHandler;
import dev.konflux.release.testkit.http.HttpLimits;
import dev.konflux.release.testkit.http.HttpReply;
import dev.konflux.release.testkit.http.HttpRequest;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/**
 * The API server on the loopback address, for clients that need a network.
 *
 * <pre>{@code
 * try (KubernetesApi api = KubernetesApi.serve(store)) {
 *     // kubectl --server=<api.url()> get releases --all-namespaces
 * }
 * }</pre>
 */
public final class KubernetesApi implements AutoCloseable {

    private static final HttpLimits USUAL_LIMITS =
            new HttpLimits(64 << 10, 1 << 20, RequestBody.LARGEST, Duration.ofSeconds(60));

    private final ConnectionServer server;
    private final Optional<SelfSigned> certificate;

    private KubernetesApi(KubernetesHandler handler, Builder builder) throws IOException {
        this.certificate = builder.certificate;
        this.server = ConnectionServer.start(
                certificate
                        .<ServerSocketFactory>map(made -> made.context().getServerSocketFactory())
                        .orElseGet(ServerSocketFactory::getDefault),
                builder.threads.orElseGet(Executors::newCachedThreadPool),
                new Exchanges(handler),
                builder.limits);
    }

    /** Serves the objects of a store on a free port. */
    public static KubernetesApi serve(ObjectStore store) {
        return serve(KubernetesHandler.of(store));
    }

    /** Serves what the handler answers on a free port. */
    public static KubernetesApi serve(KubernetesHandler handler) {
        return builder().serve(handler);
    }

    /** Prepares a server that differs from the usual one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its address, without a final slash. */
    public String url() {
        return (certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + server.port();
    }

    /** What a client without a token needs to reach it. */
    public ClientConfig config() {
        return new ClientConfig(url(), certificate.map(SelfSigned::pem).orElse(""), "", "default");
    }

    /** Ends all streams and gives back the port and the threads. */
    @Override
    public void close() {
        server.close();
    }

    /** Exchanges over HTTP as the handler understands them. */
    private static final class Exchanges implements HttpHandler {

        private final KubernetesHandler handler;

        Exchanges(KubernetesHandler handler) {
            this.handler = handler;
        }

        @Override
        public HttpReply answer(HttpRequest request) {
            boolean isUpgrade = request.header("upgrade").equalsIgnoreCase("websocket");
            if (isUpgrade) {
                // Clients that would like a web socket take the chunked stream after this answer.
                return reply(KubernetesResponse.plain(503, "streams are chunked here\n"));
            }
            return Targets.read(request)
                    .map(handler::answer)
                    .map(this::reply)
                    .orElseGet(() -> refusal(400, "malformed path or query"));
        }

        @Override
        public HttpReply refusal(int status, String problem) {
            String reason = switch (status) {
                case 400 -> "BadRequest";
                case 408 -> "Timeout";
                case 413 -> "RequestEntityTooLarge";
                case 500 -> "InternalError";
                default -> "";
            };
            return reply(Refusal.of(status, reason, problem).answer());
        }

        private HttpReply reply(KubernetesResponse response) {
            if (response.status() == 0) {
                return HttpReply.none();
            }
            ImmutableListMultimap<String, String> headers = response.headers();
            if (response.watch().isPresent()) {
                WatchFeed feed = new WatchFeed(handler.store(), response.watch().get());
                return new HttpReply(response.status(), headers, (HttpReply.Stream) feed::writeTo);
            }
            boolean isBinary = headers.get("content-type").stream().anyMatch(type -> type.contains("protobuf"));
            byte[] bytes = response.body()
                    .map(DataObject::toString)
                    .orElse(response.text())
                    .getBytes(isBinary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            return new HttpReply(response.status(), headers, new HttpReply.Whole(bytes));
        }
    }

    /** Prepares a server. */
    public static final class Builder {

        private Optional<SelfSigned> certificate = Optional.empty();
        private Optional<ExecutorService> threads = Optional.empty();
        private HttpLimits limits = USUAL_LIMITS;

        private Builder() {}

        /** Encrypts, with a certificate of its own that {@link KubernetesApi#config} hands out. */
        @CanIgnoreReturnValue
        public Builder tls() {
            this.certificate = Optional.of(SelfSigned.create());
            return this;
        }

        /** Sets the threads that serve connections, say virtual ones; closing the server shuts them down. */
        @CanIgnoreReturnValue
        public Builder threads(ExecutorService served) {
            this.threads = Optional.of(served);
            return this;
        }

        /** Sets how long a request may take to come in; usually a minute. */
        @CanIgnoreReturnValue
        public Builder patience(Duration longest) {
            this.limits = new HttpLimits(limits.lineBytes(), limits.headerBytes(), limits.bodyBytes(), longest);
            return this;
        }

        /** Serves what the handler answers on a free port. */
        public KubernetesApi serve(KubernetesHandler handler) {
            try {
                return new KubernetesApi(handler, this);
            } catch (IOException e) {
                throw new UncheckedIOException("no port on the loopback address", e);
            }
        }
    }
}
