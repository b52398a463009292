package dev.konflux.release.collectors;

import dev.konflux.release.collectors.git.GitAccess;
import dev.konflux.release.model.data.DataObject;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What one collector of one release may use. */
@Value.Immutable
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE, overshadowImplementation = true)
public interface CollectorContext {

    /** The Release being made. */
    DataObject release();

    /** The Release to compare with; an empty object when there is none. */
    @Value.Default
    default DataObject previousRelease() {
        return DataObject.empty();
    }

    /** Values of the parameters by name, in the order given. */
    Map<String, List<String>> parameters();

    /** Snapshots of the cluster. */
    @Value.Default
    default Snapshots snapshots() {
        return (namespace, name) -> Optional.empty();
    }

    /** Secrets of the cluster. */
    @Value.Default
    default Secrets secrets() {
        return Secrets.none();
    }

    /** Git repositories. */
    @Value.Default
    default GitAccess git() {
        return GitAccess.none();
    }

    /** The client for HTTP calls; it must not follow redirects itself, because it would carry credentials along. */
    Optional<HttpClient> http();

    /** How long a server may take for one answer. */
    @Value.Default
    default Duration answerTimeout() {
        return Duration.ofMinutes(1);
    }

    /** Lets time pass where a busy server is asked again. */
    @Value.Default
    default Pause pause() {
        return Pause.ofTheThread();
    }

    /** Tells the time, for servers that name a date to come back at; without it such a date is not understood. */
    Optional<Clock> clock();

    /** The image scanner. */
    Optional<ImageScanner> scanner();

    /** SBOMs of images. */
    @Value.Default
    default ImageSboms sboms() {
        return image -> Optional.empty();
    }

    /** Asked often. */
    @Value.Default
    default Cancellation cancellation() {
        return Cancellation.never();
    }

    /** Hears of steps. */
    @Value.Default
    default CollectorListener listener() {
        return CollectorListener.silent();
    }

    /** The last value of a parameter. */
    default Optional<String> parameter(String name) {
        List<String> values = parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /**
     * The last value of a parameter that must be there.
     *
     * @throws CollectorFailure when it is missing
     */
    default String requireParameter(String name) {
        return parameter(name)
                .orElseThrow(() -> new CollectorFailure(2, "the following arguments are required: --" + name));
    }

    /** Collects the parts of a context. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a context; only the release is required. */
    final class Builder extends ImmutableCollectorContext.Builder {
        Builder() {}
    }
}
