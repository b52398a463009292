package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.admission.Schemas;
import dev.konflux.release.testkit.kube.apply.Shape;
import dev.konflux.release.testkit.kube.wire.WireType;
import dev.konflux.release.testkit.kube.wire.WireType.Field;
import dev.konflux.release.testkit.kube.wire.WireTypes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the objects of each kind are shared between managers: by the schemas of custom kinds and the types of built-in ones. */
final class Shapes {

    private static final Map<String, String> KEYED = Map.of("secrets", "name", "conditions", "type");
    private static final Set<String> SETS = Set.of("finalizers");

    private final Map<String, Shape> known = new HashMap<>();

    Shape of(ServedKind kind) {
        return of(kind.apiVersion(), kind.type().kind());
    }

    Shape of(String apiVersion, String kind) {
        return known.computeIfAbsent(apiVersion + " " + kind, unused -> find(apiVersion, kind));
    }

    private static Shape find(String apiVersion, String kind) {
        return Schemas.known()
                .find(apiVersion, kind)
                .map(Shape::of)
                .or(() -> WireTypes.known().find(kind).map(Shapes::builtIn))
                .orElseGet(Shape::unknownKind);
    }

    private static Shape builtIn(WireType type) {
        Map<String, Shape> named = new LinkedHashMap<>(members(type));
        named.putAll(Shape.ENVELOPE);
        return new Shape.Members(named, Optional.empty(), false);
    }

    private static Map<String, Shape> members(WireType type) {
        Map<String, Shape> named = new LinkedHashMap<>();
        type.fields().forEach(field -> named.put(field.name(), field(field)));
        return named;
    }

    private static Shape field(Field field) {
        Shape value = value(field.type());
        return switch (field.shape()) {
            case MAP -> new Shape.Members(Map.of(), Optional.of(value), false);
            case LIST -> list(field.name(), value);
            default -> value;
        };
    }

    private static Shape list(String name, Shape item) {
        if (SETS.contains(name)) {
            return new Shape.ValueSet(item);
        }
        String key = KEYED.get(name);
        return key == null ? new Shape.WholeList(item) : new Shape.KeyedList(item, List.of(key));
    }

    /** References are whole: whoever sets one sets all of it. */
    private static Shape value(String type) {
        return switch (type) {
            case "int32", "int64" -> new Shape.Leaf(Shape.Type.NUMBER);
            case "bool" -> new Shape.Leaf(Shape.Type.TRUTH);
            case "json" -> Shape.ANY;
            default ->
                WireTypes.known()
                        .find(type)
                        .filter(message -> !message.name().equals("Time"))
                        .<Shape>map(message -> new Shape.Members(
                                members(message),
                                Optional.empty(),
                                message.name().endsWith("Ref") || message.name().endsWith("Reference")))
                        .orElse(new Shape.Leaf(Shape.Type.TEXT));
        };
    }
}
