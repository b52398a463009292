package dev.konflux.release.model.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Released or not, because.
 *
 * @param subject what was asked about
 * @param outcome the short answer
 * @param circumstances every condition with its verdict, in the order in which the services look at them
 */
public record Explanation(String subject, Outcome outcome, List<Circumstance> circumstances) {

    /** Copies the list. */
    public Explanation {
        circumstances = List.copyOf(circumstances);
    }

    /** The first condition that does not hold; if all hold, the first nobody can tell about. Nothing once the release is done. */
    public Optional<Circumstance> firstObstacle() {
        return switch (outcome) {
            case YES -> Optional.empty();
            case NO -> first(Circumstance.State.FAILS);
            case UNKNOWN -> first(Circumstance.State.FAILS).or(() -> first(Circumstance.State.UNKNOWN));
        };
    }

    private Optional<Circumstance> first(Circumstance.State state) {
        return circumstances.stream()
                .filter(circumstance -> circumstance.is(state))
                .findFirst();
    }

    /** What to do about the first obstacle; empty text when there is nothing to do. */
    public String remedy() {
        return firstObstacle().map(Circumstance::remedy).orElse("");
    }

    /** The short answer, then every condition on a line. */
    @Override
    public String toString() {
        String lines = circumstances.stream()
                .map(circumstance -> "\n  " + circumstance)
                .collect(Collectors.joining());
        return subject + ": " + answer() + lines;
    }

    private String answer() {
        return switch (outcome) {
            case YES -> "released";
            case NO ->
                "not released, because "
                        + firstObstacle().map(Explanation::failure).orElse("of its state");
            case UNKNOWN ->
                "cannot be told"
                        + firstObstacle()
                                .map(obstacle -> ", because " + failure(obstacle))
                                .orElse("");
        };
    }

    private static String failure(Circumstance obstacle) {
        String state = obstacle.verdict() == Circumstance.State.FAILS
                ? "does not hold"
                : "is " + obstacle.verdict().name().toLowerCase(Locale.ROOT);
        return "\"" + obstacle.condition() + "\" " + state
                + (obstacle.detail().isEmpty() ? "" : ": " + obstacle.detail());
    }
}
