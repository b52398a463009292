package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a value that may have owners of their own, by the element of the path that leads to them. */
final class Parts {

    private Parts() {}

    /**
     * One part.
     *
     * @param isDeclared whether it is a field that the schema names, unlike entries of maps and items of lists
     */
    record Part(Data value, Shape shape, boolean isDeclared) {}

    /** The parts of a value; empty where it has one owner. */
    static Optional<Map<String, Part>> of(Data value, Shape shape) {
        if (value instanceof DataObject object) {
            return ofObject(object, shape);
        }
        if (value instanceof DataArray array && shape instanceof Shape.ValueSet set) {
            Map<String, Part> parts = new LinkedHashMap<>();
            array.forEach(item -> parts.put(Element.value(item), new Part(item, set.item(), false)));
            return Optional.of(parts);
        }
        if (value instanceof DataArray array && shape instanceof Shape.KeyedList list) {
            Map<String, Part> parts = new LinkedHashMap<>();
            array.forEach(item -> parts.put(element(item, list.keys()), new Part(item, list.item(), false)));
            return Optional.of(parts);
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Part>> ofObject(DataObject object, Shape shape) {
        if (shape instanceof Shape.Open) {
            return Optional.of(members(object, Map.of()));
        }
        return shape instanceof Shape.Members members && !members.isWhole()
                ? Optional.of(members(object, members.named()))
                : Optional.empty();
    }

    private static Map<String, Part> members(DataObject object, Map<String, Shape> named) {
        Map<String, Part> parts = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) -> parts.put(
                        Element.field(name),
                        new Part(value, named.getOrDefault(name, Shape.ANY), named.containsKey(name))));
        return parts;
    }

    /** The element of an item; a key that the item lacks is left out. */
    static String element(Data item, List<String> keys) {
        DataObject.Builder values = DataObject.builder();
        keys.stream().sorted().forEach(key -> item.find(key).ifPresent(value -> values.put(key, value)));
        return Element.keys(values.build());
    }
}
