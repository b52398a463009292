package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives an object the shape of its schema: missing fields get their defaults, nulls that may not be go, unknown fields go and are noted.
 * What is the very same in an object that has its shape is left alone.
 */
final class Shaping {

    private final DataObject model;
    private final List<String> unknownFields = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();

    private Shaping(DataObject model) {
        this.model = model;
    }

    static Shaping ofAnything() {
        return after(DataObject.empty());
    }

    static Shaping after(DataObject shaped) {
        return new Shaping(shaped);
    }

    /** The paths of the fields that were dropped because nobody knows them. */
    List<String> unknownFields() {
        return unknownFields;
    }

    /** The shape of a whole object; type and metadata are not looked at. */
    DataObject shaped(DataObject object, Schema schema) {
        return object(object, model, schema, true);
    }

    private Data value(Data value, @Nullable Data shaped, @Nullable Schema schema) {
        if (isSame(value, shaped)) {
            return value;
        }
        if (value instanceof DataObject object) {
            return object(object, shaped, schema, false);
        }
        return value instanceof DataArray array
                ? array(array, shaped, schema == null ? null : schema.items, schema)
                : value;
    }

    private DataObject object(DataObject object, @Nullable Data shaped, @Nullable Schema schema, boolean root) {
        DataObject.Builder changed = null;
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            String name = member.getKey();
            Data before = member.getValue();
            Data model = shaped instanceof DataObject known ? known.member(name) : null;
            boolean stays = isSame(before, model) || (root && isEnvelope(name));
            Data after = stays ? before : member(name, before, model, schema);
            if (!isSame(before, after)) {
                changed = changed == null ? object.toBuilder() : changed;
                changed = after == null ? changed.remove(name) : changed.put(name, after);
            }
        }
        return withDefaults(changed == null ? object : changed.build(), schema);
    }

    /** Shaping hands on what it leaves alone, and comparing contents would cost more than shaping. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Data before, @Nullable Data after) {
        return before == after;
    }

    private static boolean isEnvelope(String name) {
        return name.equals("apiVersion") || name.equals("kind") || name.equals("metadata");
    }

    /** The shape of a member; null when it goes. */
    private @Nullable Data member(String name, Data value, @Nullable Data shaped, @Nullable Schema parent) {
        Schema known = parent == null ? null : parent.properties.getOrDefault(name, parent.values);
        if (known == null) {
            return parent != null && parent.open ? value : unknown(name);
        }
        if (value.isNull() && !known.nullable) {
            return known.defaultValue;
        }
        int length = enter(name);
        Data changed = value(value, shaped, known);
        path.setLength(length);
        return changed;
    }

    private @Nullable Data unknown(String name) {
        int length = enter(name);
        unknownFields.add(path.toString());
        path.setLength(length);
        return null;
    }

    private int enter(String name) {
        int length = path.length();
        if (length > 0) {
            path.append('.');
        }
        path.append(name);
        return length;
    }

    private static DataObject withDefaults(DataObject object, @Nullable Schema schema) {
        if (schema == null || !schema.defaultsBelow) {
            return object;
        }
        DataObject filled = object;
        for (Map.Entry<String, Schema> property : schema.properties.entrySet()) {
            Data value = property.getValue().defaultValue;
            if (value != null && !object.has(property.getKey())) {
                filled = filled.with(property.getKey(), value);
            }
        }
        return filled;
    }

    private Data array(DataArray array, @Nullable Data shaped, @Nullable Schema item, @Nullable Schema schema) {
        if (schema != null && schema.open && item == null) {
            return array;
        }
        List<Data> changed = null;
        for (int i = 0; i < array.size(); i++) {
            Data before = array.items().get(i);
            Data model = shaped instanceof DataArray known && i < known.size()
                    ? known.items().get(i)
                    : null;
            int length = path.length();
            path.append('[').append(i).append(']');
            Data after = value(before, model, item);
            path.setLength(length);
            if (!isSame(before, after)) {
                changed = changed == null ? new ArrayList<>(array.items()) : changed;
                changed.set(i, after);
            }
        }
        return changed == null ? array : DataArray.of(changed).at(array.position());
    }
}
