package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The upstream way to sort: objects by how many have a member not greater than theirs; a missing member counts as a huge number. */
final class Ranking {

    private static final Value HUGE = Value.of(Long.MAX_VALUE);

    private Ranking() {}

    private record Ranked(long rank, Value value) {}

    /** The objects in order; equal ones keep their order, what is no object is left out. */
    static List<Value> by(String member, List<Value> values) {
        List<Ranked> ranked = new ArrayList<>();
        for (Value value : values) {
            long rank = values.stream()
                    .filter(other -> isNotAbove(other, value, member))
                    .count();
            if (rank > 0) {
                ranked.add(new Ranked(rank, value));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingLong(Ranked::rank))
                .map(Ranked::value)
                .toList();
    }

    /** The last one in order. */
    static Value last(String member, List<Value> values) {
        List<Value> ordered = by(member, values);
        return ordered.isEmpty() ? Value.UNDEFINED : ordered.get(ordered.size() - 1);
    }

    private static boolean isNotAbove(Value lower, Value upper, String member) {
        Value a = lower.getOr(member, HUGE);
        Value b = upper.getOr(member, HUGE);
        if (!a.isDefined() || !b.isDefined()) {
            return false;
        }
        if (kind(a).equals(kind(b))) {
            return a.compareTo(b) <= 0;
        }
        Optional<Double> x = number(a);
        Optional<Double> y = number(b);
        return x.isPresent() && y.isPresent() && x.get() <= y.get();
    }

    private static Object kind(Value value) {
        return value.data().orElseThrow().kind();
    }

    private static Optional<Double> number(Value value) {
        if (value.isNull()) {
            return Optional.of(0.0);
        }
        Optional<Double> truth = value.data().orElseThrow().asBoolean().map(t -> t ? 1.0 : 0.0);
        return truth.or(() -> value.number().map(n -> n.doubleValue()))
                .or(() -> value.text().flatMap(Ranking::read));
    }

    private static Optional<Double> read(String text) {
        return text.matches("[+-]?[0-9]+(\\.[0-9]+)?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }
}
