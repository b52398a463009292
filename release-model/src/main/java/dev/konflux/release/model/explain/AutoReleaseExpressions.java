package dev.konflux.release.model.explain;

import dev.konflux.release.model.Snapshot;

/** Evaluates the CEL expression of a plan for a snapshot. */
@FunctionalInterface
public interface AutoReleaseExpressions {

    /** What the expression comes to. */
    Result evaluate(String expression, Snapshot snapshot);

    /** What an expression comes to. */
    sealed interface Result {

        /**
         * The expression has a value.
         *
         * @param selects whether it wants the Snapshot released
         */
        record Verdict(boolean selects) implements Result {}

        /**
         * The expression cannot be evaluated, which stops all plans of the application.
         *
         * @param message the service's words, then those of the library
         */
        record Failure(String message) implements Result {}
    }
}
