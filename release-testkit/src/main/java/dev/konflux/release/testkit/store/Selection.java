package dev.konflux.release.testkit.store;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.DataObject;
import java.util.Map;
import java.util.Optional;

/**
 * Which objects of a kind are meant: those of one namespace or all, and those with certain labels and fields or all.
 *
 * @param fields text fields by their paths, joined by dots
 */
public record Selection(Optional<String> namespace, Map<String, String> labels, Map<String, String> fields) {

    private static final Selection EVERYTHING = new Selection(Optional.empty(), ImmutableMap.of());

    /** Keeps its own copies of labels and fields. */
    public Selection {
        labels = ImmutableMap.copyOf(labels);
        fields = ImmutableMap.copyOf(fields);
    }

    /** Objects by namespace and labels. */
    public Selection(Optional<String> namespace, Map<String, String> labels) {
        this(namespace, labels, ImmutableMap.of());
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
        return new Selection(namespace, with(labels, label, value), fields);
    }

    /** This selection, of which only those with that text in the field remain: {@code spec.snapshot}, for instance. */
    public Selection where(String field, String value) {
        return new Selection(namespace, labels, with(fields, field, value));
    }

    private static Map<String, String> with(Map<String, String> known, String name, String value) {
        return ImmutableMap.<String, String>builder()
                .putAll(known)
                .put(name, value)
                .buildKeepingLast();
    }

    boolean takes(DataObject object) {
        return labels.entrySet().stream()
                        .allMatch(label -> object.findText("metadata", "labels", label.getKey())
                                .filter(label.getValue()::equals)
                                .isPresent())
                && fields.entrySet().stream()
                        .allMatch(field -> Fields.text(object, field.getKey())
                                .filter(field.getValue()::equals)
                                .isPresent());
    }
}
