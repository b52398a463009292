package dev.konflux.release.testkit.kube.apply;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of places in an object, written as {@code fieldsV1} writes them: {@code f:name} for a field, {@code k:{...}} for the item of a list
 * with those keys, {@code v:...} for that value in a set.
 */
public final class FieldSet {

    private static final FieldSet EMPTY = new FieldSet(false, ImmutableSortedMap.of());
    private static final String SELF = ".";

    private final boolean ownsSelf;
    private final ImmutableSortedMap<String, FieldSet> below;

    private FieldSet(boolean ownsSelf, SortedMap<String, FieldSet> below) {
        this.ownsSelf = ownsSelf;
        this.below = ImmutableSortedMap.copyOfSorted(below);
    }

    /** No place at all. */
    public static FieldSet empty() {
        return EMPTY;
    }

    /** The places that {@code fieldsV1} names. */
    public static FieldSet parse(DataObject written) {
        SortedMap<String, FieldSet> below = new TreeMap<>();
        written.members().forEach((name, value) -> {
            if (!name.equals(SELF)) {
                DataObject inner = value.asObject().orElse(DataObject.empty());
                FieldSet parsed = parse(inner);
                below.put(name, new FieldSet(inner.isEmpty() || inner.has(SELF), parsed.below));
            }
        });
        return new FieldSet(false, below);
    }

    /** As {@code fieldsV1} has it. */
    public DataObject toData() {
        DataObject.Builder fields = DataObject.builder();
        below.forEach((name, set) -> {
            DataObject inner = set.toData();
            boolean isMarked = set.ownsSelf && !set.below.isEmpty();
            fields.put(
                    name,
                    isMarked
                            ? DataObject.builder()
                                    .put(SELF, DataObject.empty())
                                    .putAll(inner)
                                    .build()
                            : inner);
        });
        return fields.build();
    }

    /** Whether there is no place in it. */
    public boolean isEmpty() {
        return !ownsSelf && below.isEmpty();
    }

    boolean ownsSelf() {
        return ownsSelf;
    }

    /** The part of the set below an element; none for an element that it does not know. */
    FieldSet below(String element) {
        return below.getOrDefault(element, EMPTY);
    }

    /** The places of either. */
    public FieldSet union(FieldSet other) {
        return combined(other, Rule.EITHER);
    }

    /** The places of both. */
    public FieldSet intersection(FieldSet other) {
        return combined(other, Rule.BOTH);
    }

    /** The places of this one alone. */
    public FieldSet minus(FieldSet other) {
        return combined(other, Rule.FIRST_ALONE);
    }

    private enum Rule {
        EITHER,
        BOTH,
        FIRST_ALONE;

        boolean keeps(boolean first, boolean second) {
            return switch (this) {
                case EITHER -> first || second;
                case BOTH -> first && second;
                case FIRST_ALONE -> first && !second;
            };
        }
    }

    private FieldSet combined(FieldSet other, Rule rule) {
        SortedMap<String, FieldSet> kept = new TreeMap<>();
        for (String element : Sets.union(below.keySet(), other.below.keySet())) {
            FieldSet inner = below(element).combined(other.below(element), rule);
            if (!inner.isEmpty()) {
                kept.put(element, inner);
            }
        }
        return new FieldSet(rule.keeps(ownsSelf, other.ownsSelf), kept);
    }

    /** This set with every place that has one of its places below. */
    FieldSet withParents() {
        SortedMap<String, FieldSet> kept = new TreeMap<>();
        below.forEach((element, set) -> kept.put(element, set.withParents()));
        return new FieldSet(!isEmpty(), kept);
    }

    /** This set without an element and all below it. */
    FieldSet without(String element) {
        SortedMap<String, FieldSet> kept = new TreeMap<>(below);
        kept.remove(element);
        return new FieldSet(ownsSelf, kept);
    }

    /** This set of which only what is below an element remains. */
    FieldSet only(String element) {
        SortedMap<String, FieldSet> kept = new TreeMap<>();
        if (below.containsKey(element)) {
            kept.put(element, below(element));
        }
        return new FieldSet(false, kept);
    }

    /** This set with another part below an element. */
    FieldSet with(String element, FieldSet part) {
        SortedMap<String, FieldSet> kept = new TreeMap<>(below);
        kept.remove(element);
        if (!part.isEmpty()) {
            kept.put(element, part);
        }
        return new FieldSet(ownsSelf, kept);
    }

    FieldSet withoutSelf() {
        return new FieldSet(false, below);
    }

    /** Every place as messages write it, such as {@code .spec.list[name="x"].value}. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect("", paths);
        return paths;
    }

    private void collect(String path, List<String> paths) {
        if (ownsSelf) {
            paths.add(path);
        }
        below.forEach((element, set) -> set.collect(path + Element.shown(element), paths));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSet that && ownsSelf == that.ownsSelf && below.equals(that.below);
    }

    @Override
    public int hashCode() {
        return below.hashCode() + Boolean.hashCode(ownsSelf);
    }

    @Override
    public String toString() {
        return toData().toString();
    }

    /** Collects places from the root down. */
    static final class Builder {

        private final SortedMap<String, Builder> below = new TreeMap<>();
        private boolean ownsSelf;

        Builder at(String element) {
            return below.computeIfAbsent(element, unused -> new Builder());
        }

        void own() {
            ownsSelf = true;
        }

        FieldSet build() {
            SortedMap<String, FieldSet> built = new TreeMap<>();
            below.forEach((element, inner) -> {
                FieldSet set = inner.build();
                if (!set.isEmpty()) {
                    built.put(element, set);
                }
            });
            return new FieldSet(ownsSelf, built);
        }
    }
}
