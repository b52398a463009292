package dev.konflux.release.model.explain;

import java.util.List;

/** Puts answers together. */
final class Outcomes {

    private Outcomes() {}

    static Outcome together(List<Circumstance> circumstances) {
        if (circumstances.stream().anyMatch(one -> one.is(Circumstance.State.FAILS))) {
            return Outcome.NO;
        }
        return circumstances.stream().anyMatch(one -> one.is(Circumstance.State.UNKNOWN))
                ? Outcome.UNKNOWN
                : Outcome.YES;
    }

    static Outcome any(List<Outcome> outcomes) {
        if (outcomes.contains(Outcome.YES)) {
            return Outcome.YES;
        }
        return outcomes.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.NO;
    }

    static Outcome both(Outcome first, Outcome second) {
        if (first == Outcome.NO || second == Outcome.NO) {
            return Outcome.NO;
        }
        return first == Outcome.YES ? second : first;
    }
}
