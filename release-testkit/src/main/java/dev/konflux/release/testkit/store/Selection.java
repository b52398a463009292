package dev.konflux.release.testkit.store;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.DataObject;
import java.util.Map;
import java.util.Optional;

/** Which objects of a kind are meant: those of one namespace or all, and those with certain labels or all. */
public record Selection(Optional<String> namespace, Map<String, String> labels) {

    private static final Selection EVERYTHING = new Selection(Optional.empty(), ImmutableMap.of());

    /** Keeps its own copy of the labels. */
    public Selection {
        labels = ImmutableMap.copyOf(labels);
    }

    /** All objects. */
    public static Selection everything() {
        return EVERYTHING;
    }

    /** The objects of one namespace. */
    public static Selection in(String namespace) {
        return new Selection(Optional.of(namespace), ImmutableMap.of());
    }

    /** The objects of any namespace with these labels. */
    public static Selection labelled(Map<String, String> labels) {
        return new Selection(Optional.empty(), labels);
    }

    /** This selection, of which only those with the label remain. */
    public Selection and(String label, String value) {
        return new Selection(
                namespace,
                ImmutableMap.<String, String>builder()
                        .putAll(labels)
                        .put(label, value)
                        .buildKeepingLast());
    }

    boolean takesLabelsOf(DataObject object) {
        return labels.entrySet().stream()
                .allMatch(label -> object.findText("metadata", "labels", label.getKey())
                        .filter(label.getValue()::equals)
                        .isPresent());
    }
}
