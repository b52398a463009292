package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One resource: a document with a vocabulary. The document is kept whole, so fields nobody knows survive, and a document that the cluster
 * would refuse can still be held and reported on. Subclasses add the words of their kind. Equality is that of the documents.
 */
public abstract class Resource {

    private final DataObject document;

    /** A resource that is the given document. */
    protected Resource(DataObject document) {
        this.document = document;
    }

    /** A resource of one kind. A document that claims another kind is a mistake of the caller; one that claims none may be a fragment. */
    Resource(DataObject document, String expectedKind) {
        this(document);
        String claimed = kind();
        if (!claimed.isEmpty() && !claimed.equals(expectedKind)) {
            throw new IllegalArgumentException("expected a " + expectedKind + ", found a " + claimed);
        }
    }

    /** The whole document. */
    public final DataObject document() {
        return document;
    }

    /** Group and version, {@code appstudio.redhat.com/v1alpha1}; empty text when the document does not say. */
    public final String apiVersion() {
        return document.findText("apiVersion").orElse("");
    }

    /** The kind; empty text when the document does not say. */
    public final String kind() {
        return document.findText("kind").orElse("");
    }

    /** The name; empty text when the document has none, because it is to be generated or was forgotten. */
    public final String name() {
        return document.findText("metadata", "name").orElse("");
    }

    /** The prefix the cluster makes a name from. */
    public final Optional<String> generateName() {
        return document.findText("metadata", "generateName");
    }

    /** The namespace; empty text when the document does not say. */
    public final String namespace() {
        return document.findText("metadata", "namespace").orElse("");
    }

    /** Labels with text values, in document order. */
    public final Map<String, String> labels() {
        return texts("labels");
    }

    /** Annotations with text values, in document order. */
    public final Map<String, String> annotations() {
        return texts("annotations");
    }

    /** The text of one label. */
    public final Optional<String> findLabel(String key) {
        return document.findText("metadata", "labels", key);
    }

    /** The text of one annotation. */
    public final Optional<String> findAnnotation(String key) {
        return document.findText("metadata", "annotations", key);
    }

    /** When the cluster made it; empty when it did not, or the text is no time. */
    public final Optional<Instant> creationTimestamp() {
        return findTime("metadata", "creationTimestamp");
    }

    /** When deletion was asked for. */
    public final Optional<Instant> deletionTimestamp() {
        return findTime("metadata", "deletionTimestamp");
    }

    /** The conditions of the status, in document order. */
    public final List<Condition> conditions() {
        return document.items("status", "conditions").stream()
                .flatMap(item -> item.asObject().stream())
                .map(Condition::of)
                .toList();
    }

    /** The first condition of a type. */
    public final Optional<Condition> findCondition(String type) {
        for (Data item : document.items("status", "conditions")) {
            if (item instanceof DataObject condition
                    && condition.findText("type").orElse("").equals(type)) {
                return Optional.of(Condition.of(condition));
            }
        }
        return Optional.empty();
    }

    /** Namespace and name joined by a slash, as the service writes references. */
    public final String reference() {
        return namespace() + "/" + name();
    }

    final String text(String... path) {
        return document.findText(path).orElse("");
    }

    final Optional<Instant> findTime(String... path) {
        return document.findText(path).flatMap(Times::parse);
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        document.findObject("metadata", field)
                .orElse(DataObject.empty())
                .members()
                .forEach((name, value) -> value.asText().ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /** The {@code spec}; an empty object when there is none. */
    public final DataObject spec() {
        return document.findObject("spec").orElse(DataObject.empty());
    }

    /** The {@code status}; an empty object when there is none. */
    public final DataObject status() {
        return document.findObject("status").orElse(DataObject.empty());
    }

    /** The value found by following field names from the document's root. */
    public final Optional<Data> find(String... fields) {
        return document.find(fields);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Resource that && getClass() == that.getClass() && document.equals(that.document);
    }

    @Override
    public final int hashCode() {
        return document.hashCode();
    }

    /** Kind, namespace and name; never contents, which may be secret. */
    @Override
    public final String toString() {
        String name = name().isEmpty() ? generateName().orElse("") + "*" : name();
        return kind() + " " + (namespace().isEmpty() ? name : namespace() + "/" + name);
    }
}
