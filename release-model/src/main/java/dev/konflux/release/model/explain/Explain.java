package dev.konflux.release.model.explain;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * Explains why something is released or not:
 *
 * <pre>{@code
 * Explanation why = Explain.in(Resources.read(Path.of("config"))).release(release);
 * why.firstObstacle().ifPresent(System.out::println);
 * }</pre>
 *
 * <p>Resources that are usually not kept in files (the policy service's settings, the snapshot) are assumed to exist when they are not at
 * hand, and the assumption is one of the circumstances.
 */
public final class Explain {

    private final Resources resources;
    private final Instant now;
    private final Optional<AutoReleaseExpressions> expressions;

    private Explain(Resources resources, Instant now, Optional<AutoReleaseExpressions> expressions) {
        this.resources = resources;
        this.now = now;
        this.expressions = expressions;
    }

    /** Explains by the given resources. */
    public static Explain in(Resources resources) {
        return new Explain(resources, Instant.MAX, Optional.empty());
    }

    /** Explains what is at the given moment. Without one, everything that is waited for for a limited time counts as waited for. */
    public Explain at(Instant moment) {
        return new Explain(resources, moment, expressions);
    }

    /** Explains with the help of something that evaluates CEL. Without, plans with an expression cannot be told about. */
    public Explain evaluating(AutoReleaseExpressions evaluator) {
        return new Explain(resources, now, Optional.of(evaluator));
    }

    /** Whether a Release succeeds, and why not. */
    public Explanation release(Release release) {
        return new ReleaseQuestion(resources, now).answer(release);
    }

    /** Whether a Snapshot is released automatically, and why not. */
    public Explanation snapshot(Snapshot snapshot) {
        return new SnapshotQuestion(resources, expressions).answer(snapshot);
    }
}
