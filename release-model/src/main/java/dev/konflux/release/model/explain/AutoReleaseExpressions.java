package dev.konflux.release.model.explain;

import dev.konflux.release.model.Snapshot;
import java.util.Optional;

/** Evaluates the CEL expression of a plan for a snapshot. */
@FunctionalInterface
public interface AutoReleaseExpressions {

    /** Whether the expression wants the snapshot released; empty when it cannot be evaluated. */
    Optional<Boolean> evaluate(String expression, Snapshot snapshot);
}
