package dev.konflux.release.model.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.data.Data;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one field may hold: its type, the fields below it, and what is demanded of its value. */
public final class Schema {

    final ValueType type;
    final boolean nullable;
    final boolean open;
    final ImmutableMap<String, Schema> properties;
    final ImmutableList<String> required;
    final @Nullable Schema items;
    final @Nullable Schema values;
    final @Nullable Data defaultValue;
    final Constraints constraints;
    final boolean set;
    final ImmutableList<String> mapKeys;
    final ImmutableList<Rule> rules;
    final boolean rulesBelow;
    final boolean defaultsBelow;
    final boolean distinctItemsBelow;

    Schema(SchemaBuilder parts) {
        this.type = parts.type;
        this.nullable = parts.nullable;
        this.open = parts.open;
        this.properties = ImmutableMap.copyOf(parts.properties);
        this.required = ImmutableList.copyOf(parts.required);
        this.items = parts.items;
        this.values = parts.values;
        this.defaultValue = parts.defaultValue;
        this.constraints = parts.constraints();
        this.set = parts.set;
        this.mapKeys = ImmutableList.copyOf(parts.mapKeys);
        this.rules = ImmutableList.copyOf(parts.rules);
        this.rulesBelow = !rules.isEmpty() || below().anyMatch(schema -> schema.rulesBelow);
        this.defaultsBelow = properties.values().stream().anyMatch(schema -> schema.defaultValue != null)
                || below().anyMatch(schema -> schema.defaultsBelow);
        this.distinctItemsBelow = hasDistinctItems() || below().anyMatch(schema -> schema.distinctItemsBelow);
    }

    /** Whether no two items of a list may be the same, or have the same keys. */
    boolean hasDistinctItems() {
        return set || !mapKeys.isEmpty();
    }

    private Stream<Schema> below() {
        return Stream.concat(
                properties.values().stream(),
                Stream.of(Optional.ofNullable(items), Optional.ofNullable(values))
                        .flatMap(Optional::stream));
    }

    /** The word for the type: {@code object}, {@code array}, {@code string}, {@code integer}, {@code boolean} and the like. */
    public String typeName() {
        return type.word();
    }

    /** The names of the fields below, sorted. */
    public Set<String> fieldNames() {
        return properties.keySet();
    }

    /** The field of that name; where names are free, what every value may hold. */
    public Optional<Schema> findField(String name) {
        Schema field = properties.get(name);
        return Optional.ofNullable(field == null ? values : field);
    }

    /** What the items of a list may hold. */
    public Optional<Schema> findItems() {
        return Optional.ofNullable(items);
    }

    /** What the values of free names may hold. */
    public Optional<Schema> findValues() {
        return Optional.ofNullable(values);
    }

    /** Whether the items of a list are values of a set. */
    public boolean isSet() {
        return set;
    }

    /** The names of the fields that tell the items of a list apart; none for other lists. */
    public List<String> listKeys() {
        return mapKeys;
    }

    /** The names of the fields that must be there. */
    public List<String> requiredFields() {
        return required;
    }

    /** Whether fields nobody knows are kept here. */
    public boolean keepsUnknownFields() {
        return open;
    }

    /** Whether a field of that name is known, or may be called anything. */
    public boolean knows(String name) {
        return open || values != null || properties.containsKey(name);
    }

    /** The texts allowed, if they are counted up. */
    public Set<String> allowedTexts() {
        return ImmutableSet.copyOf(constraints.allowed());
    }

    /** The value that a missing field gets. */
    public Optional<Data> findDefault() {
        return Optional.ofNullable(defaultValue);
    }
}
