package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.Secret;
import dev.konflux.release.collectors.git.GitEntry;
import dev.konflux.release.collectors.git.GitFailure;
import dev.konflux.release.collectors.git.GitRepository;
import dev.konflux.release.collectors.git.GitRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Consumer;

/** The commits of a component since the previous Release; without a previous revision just the one it was built from. */
final class ComponentHistory {

    private final CollectorContext context;
    private final Optional<Secret> secret;

    private ComponentHistory(CollectorContext context, Optional<Secret> secret) {
        this.context = context;
        this.secret = secret;
    }

    /** Reads histories with the keys of the secret that the collector was given, if any. */
    static ComponentHistory of(CollectorContext context) {
        return new ComponentHistory(context, context.parameter("secretName").map(name -> {
            String namespace = ReleaseSnapshot.namespace(context.release(), "the release");
            return context.secrets()
                    .find(namespace, name)
                    .orElseThrow(() -> CollectorFailure.of("secret " + namespace + "/" + name + " not found"));
        }));
    }

    /** Reads the commits, newest first. */
    void read(
            Optional<Component> previous,
            Component current,
            Optional<String> path,
            boolean onDemand,
            Consumer<GitEntry> reader) {
        context.cancellation().check();
        String url = current.url();
        String revision = current.revision();
        String since = previous.map(earlier -> {
                    // Upstream insists on the earlier url and then ignores it.
                    earlier.url();
                    return earlier.revision();
                })
                .filter(given -> !given.isEmpty())
                .or(() -> context.parameter("from"))
                .orElse("");
        context.listener().progress("Reading " + current.name());
        GitRequest request = request(url);
        try (GitRepository repository = context.git().open(onDemand ? request.withObjectsOnDemand() : request)) {
            if (since.isEmpty() || since.equals(revision)) {
                repository.show(revision, path).forEach(reader);
            } else {
                repository.log(since, revision, path, reader);
            }
        } catch (GitFailure e) {
            throw new CollectorFailure(
                    e.exitCode(), "Something went wrong during the git operation: " + e.getMessage(), e);
        }
    }

    private GitRequest request(String url) {
        GitRequest request = GitRequest.of(url);
        return secret.flatMap(keys -> keys.bytes(keyName(url)))
                .map(request::withSshKey)
                .orElse(request);
    }

    /** The key for a repository is stored under its path with dots for slashes. */
    private static String keyName(String url) {
        try {
            String path = Optional.ofNullable(new URI(url).getPath()).orElse("");
            return path.replaceFirst("^/", "").replace('/', '.');
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
