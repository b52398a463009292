package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a value has to look like. A shape speaks about values of the kinds it has something to say about: the members of an object, the
 * items of an array; it is silent about other kinds unless it names a type. Immutable: each word gives a new shape.
 */
final class Shape {

    /** Any value at all. */
    static final Shape ANY = new Shape(Map.of(), List.of(), null, false);

    private final Map<String, Shape> members;
    private final List<Constraint> constraints;
    private final @Nullable Shape items;
    private final boolean isClosed;

    private Shape(Map<String, Shape> members, List<Constraint> constraints, @Nullable Shape items, boolean isClosed) {
        this.members = members;
        this.constraints = constraints;
        this.items = items;
        this.isClosed = isClosed;
    }

    static Shape text() {
        return ANY.with(Constraint.type("string", DataString.class::isInstance));
    }

    static Shape textOf(String... allowed) {
        return text().with(Constraint.oneOf(List.of(allowed)));
    }

    static Shape bool() {
        return ANY.with(Constraint.type("boolean", DataBoolean.class::isInstance));
    }

    /** A whole number; {@code 4.0} is one. */
    static Shape integer() {
        return ANY.with(Constraint.type("integer", Shape::isWhole));
    }

    private static boolean isWhole(Data value) {
        return value instanceof DataNumber number
                && (number.isInteger() || number.doubleValue() == Math.rint(number.doubleValue()))
                && !Double.isInfinite(number.doubleValue());
    }

    static Shape object() {
        return ANY.with(Constraint.type("object", DataObject.class::isInstance));
    }

    static Shape arrayOf(Shape items) {
        return ANY.with(Constraint.type("array", DataArray.class::isInstance)).each(items);
    }

    Shape with(Constraint constraint) {
        List<Constraint> more = new ArrayList<>(constraints);
        more.add(constraint);
        return new Shape(members, List.copyOf(more), items, isClosed);
    }

    /** The items of an array look like this. */
    Shape each(Shape shape) {
        return new Shape(members, constraints, shape, isClosed);
    }

    /** The member, if there is one, looks like this. */
    Shape key(String name, Shape shape) {
        Map<String, Shape> more = new LinkedHashMap<>(members);
        more.put(name, shape);
        return new Shape(more, constraints, items, isClosed);
    }

    Shape texts(String... names) {
        return keys(text(), names);
    }

    Shape textLists(String... names) {
        return keys(arrayOf(text()), names);
    }

    Shape booleans(String... names) {
        return keys(bool(), names);
    }

    Shape integers(String... names) {
        return keys(integer(), names);
    }

    private Shape keys(Shape shape, String... names) {
        Shape with = this;
        for (String name : names) {
            with = with.key(name, shape);
        }
        return with;
    }

    /** An object has these members. */
    Shape requiring(String... names) {
        return with(Constraint.required(List.of(names)));
    }

    /** An object has no members but those spoken of. */
    Shape closed() {
        return new Shape(members, constraints, items, true);
    }

    void check(Data value, Violations violations) {
        check(value, DataPath.ROOT, violations);
    }

    void check(Data value, DataPath path, Violations violations) {
        constraints.forEach(constraint -> constraint.check(value, path, violations));
        if (value instanceof DataObject object) {
            checkMembers(object, path, violations);
        } else if (value instanceof DataArray array && items != null) {
            for (int i = 0; i < array.size(); i++) {
                items.check(array.items().get(i), path.item(i), violations);
            }
        }
    }

    private void checkMembers(DataObject object, DataPath path, Violations violations) {
        if (isClosed && !members.keySet().containsAll(object.names())) {
            violations.add(path, "additionalProperties", surplus(object));
        }
        members.forEach((name, shape) -> {
            Data member = object.member(name);
            if (member != null) {
                shape.check(member, path.member(name), violations);
            }
        });
    }

    private String surplus(DataObject object) {
        List<String> names = object.names().stream()
                .filter(name -> !members.containsKey(name))
                .sorted()
                .toList();
        return names.stream()
                .map(PythonText::repr)
                .collect(Collectors.joining(
                        ", ",
                        "Additional properties are not allowed (",
                        names.size() == 1 ? " was unexpected)" : " were unexpected)"));
    }
}
