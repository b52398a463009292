package dev.konflux.release.testkit.kube.wire;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message of the API server's built-in types. */
public final class WireType {

    private final String name;
    private final ImmutableList<Field> fields;
    private final ImmutableMap<String, Field> byName;
    private final ImmutableMap<Integer, Field> byNumber;

    /** Whether a field holds one value, several, or several by name. */
    public enum Shape {
        ONE,
        LIST,
        MAP
    }

    /**
     * A field of a message.
     *
     * @param type a scalar's name, or that of another message
     * @param isKept whether it is written even when it is empty
     */
    public record Field(int number, String name, Shape shape, String type, boolean isKept) {}

    WireType(String name, List<Field> fields) {
        this.name = name;
        this.fields = ImmutableList.copyOf(fields);
        this.byName = Maps.uniqueIndex(fields, Field::name);
        this.byNumber = Maps.uniqueIndex(fields, Field::number);
    }

    /** Its name, which is that of its Go type. */
    public String name() {
        return name;
    }

    /** Its fields in the order of their numbers. */
    public List<Field> fields() {
        return fields;
    }

    /** The field of that name. */
    public Optional<Field> find(String field) {
        return Optional.ofNullable(byName.get(field));
    }

    Optional<Field> find(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The fields by name. */
    public Map<String, Field> byName() {
        return byName;
    }
}
