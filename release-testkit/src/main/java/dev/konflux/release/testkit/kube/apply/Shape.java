package dev.konflux.release.testkit.kube.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.admission.KindSchema;
import dev.konflux.release.model.admission.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a value may be shared between managers: as a whole, or part by part. */
public sealed interface Shape {

    /** Anything: objects part by part, lists as a whole. */
    Shape ANY = new Open();

    /** One value. */
    record Leaf(Type type) implements Shape {}

    /** What one value may be. */
    enum Type {
        TEXT,
        NUMBER,
        TRUTH,
        ANYTHING
    }

    /**
     * An object.
     *
     * @param values what members that are not named hold; empty where only the named ones may be
     * @param isWhole whether it has one owner
     */
    record Members(Map<String, Shape> named, Optional<Shape> values, boolean isWhole) implements Shape {
        /** Keeps its own copy. */
        public Members {
            named = ImmutableMap.copyOf(named);
        }
    }

    /** A list with one owner. */
    record WholeList(Shape item) implements Shape {}

    /** A list without order whose items are values of their own. */
    record ValueSet(Shape item) implements Shape {}

    /** A list whose items are told apart by some of their members. */
    record KeyedList(Shape item, List<String> keys) implements Shape {
        /** Keeps its own copy. */
        public KeyedList {
            keys = ImmutableList.copyOf(keys);
        }
    }

    /** A value nobody has described. */
    record Open() implements Shape {}

    /** The shape of whole objects of a kind. */
    static Shape of(KindSchema kind) {
        Members body = (Members) of(kind.root());
        return new Members(
                ImmutableMap.<String, Shape>builder()
                        .putAll(ENVELOPE)
                        .putAll(body.named())
                        .buildKeepingLast(),
                body.values(),
                false);
    }

    /** The shape of an object of which only type and metadata are known. */
    static Shape unknownKind() {
        return new Members(ENVELOPE, Optional.of(ANY), false);
    }

    /** The shape of what a schema describes. */
    static Shape of(Schema schema) {
        return switch (schema.typeName()) {
            case "object" -> members(schema);
            case "array" -> list(schema);
            case "string" -> new Leaf(Type.TEXT);
            case "integer", "number" -> new Leaf(Type.NUMBER);
            case "boolean" -> new Leaf(Type.TRUTH);
            default -> schema.keepsUnknownFields() ? ANY : new Leaf(Type.ANYTHING);
        };
    }

    private static Shape members(Schema schema) {
        ImmutableMap.Builder<String, Shape> named = ImmutableMap.builder();
        schema.fieldNames().forEach(name -> schema.findField(name).ifPresent(field -> named.put(name, of(field))));
        Optional<Shape> values = schema.findValues().map(Shape::of);
        return new Members(
                named.buildOrThrow(),
                values.isEmpty() && schema.keepsUnknownFields() ? Optional.of(ANY) : values,
                false);
    }

    private static Shape list(Schema schema) {
        Shape item = schema.findItems().map(Shape::of).orElse(ANY);
        if (schema.isSet()) {
            return new ValueSet(item);
        }
        return schema.listKeys().isEmpty() ? new WholeList(item) : new KeyedList(item, schema.listKeys());
    }

    /** Type and metadata, which every object has. */
    Map<String, Shape> ENVELOPE = envelope();

    private static Map<String, Shape> envelope() {
        Shape text = new Leaf(Type.TEXT);
        Shape number = new Leaf(Type.NUMBER);
        Shape texts = new Members(Map.of(), Optional.of(text), false);
        Shape owner = new Members(
                Map.of(
                        "apiVersion", text,
                        "kind", text,
                        "name", text,
                        "uid", text,
                        "controller", new Leaf(Type.TRUTH),
                        "blockOwnerDeletion", new Leaf(Type.TRUTH)),
                Optional.empty(),
                true);
        Map<String, Shape> metadata = ImmutableMap.<String, Shape>builder()
                .put("name", text)
                .put("generateName", text)
                .put("namespace", text)
                .put("selfLink", text)
                .put("uid", text)
                .put("resourceVersion", text)
                .put("generation", number)
                .put("creationTimestamp", text)
                .put("deletionTimestamp", text)
                .put("deletionGracePeriodSeconds", number)
                .put("labels", texts)
                .put("annotations", texts)
                .put("ownerReferences", new KeyedList(owner, List.of("uid")))
                .put("finalizers", new ValueSet(text))
                .put("managedFields", new WholeList(ANY))
                .buildOrThrow();
        return ImmutableMap.of(
                "apiVersion", text, "kind", text, "metadata", new Members(metadata, Optional.empty(), false));
    }
}
