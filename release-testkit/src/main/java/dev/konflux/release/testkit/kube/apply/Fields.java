package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.apply.Parts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be said of the fields of one and of two objects of a shape. */
final class Fields {

    private Fields() {}

    /** The fields that a configuration sets. */
    static FieldSet setBy(Data value, Shape shape) {
        FieldSet.Builder fields = new FieldSet.Builder();
        collect(value, shape, fields);
        return fields.build();
    }

    private static void collect(Data value, Shape shape, FieldSet.Builder fields) {
        Optional<Map<String, Part>> parts = Parts.of(value, shape);
        if (parts.isEmpty()) {
            fields.own();
            return;
        }
        parts.get().forEach((element, part) -> {
            FieldSet.Builder inner = fields.at(element);
            collect(part.value(), part.shape(), inner);
            if (!part.isDeclared() || isEmptyObject(part.value())) {
                inner.own();
            }
        });
    }

    private static boolean isEmptyObject(Data value) {
        return value.asObject().filter(DataObject::isEmpty).isPresent();
    }

    /** How one object differs from an earlier one. */
    record Differences(FieldSet changed, FieldSet removed) {}

    static Differences between(Data before, Data after, Shape shape) {
        FieldSet.Builder changed = new FieldSet.Builder();
        FieldSet.Builder removed = new FieldSet.Builder();
        compare(before, after, shape, changed, removed);
        return new Differences(changed.build(), removed.build());
    }

    private static void compare(
            Data before, Data after, Shape shape, FieldSet.Builder changed, FieldSet.Builder removed) {
        if (before.equals(after)) {
            return;
        }
        Optional<Map<String, Part>> old = Parts.of(before, shape);
        Optional<Map<String, Part>> now = Parts.of(after, shape);
        if (old.isEmpty() || now.isEmpty()) {
            changed.own();
            return;
        }
        now.get().forEach((element, part) -> {
            Part earlier = old.get().get(element);
            if (earlier == null) {
                ownAll(part, changed.at(element));
            } else {
                compare(earlier.value(), part.value(), part.shape(), changed.at(element), removed.at(element));
            }
        });
        old.get().forEach((element, part) -> {
            if (!now.get().containsKey(element)) {
                ownAll(part, removed.at(element));
            }
        });
    }

    private static void ownAll(Part part, FieldSet.Builder fields) {
        fields.own();
        Parts.of(part.value(), part.shape())
                .ifPresent(parts -> parts.forEach((element, inner) -> ownAll(inner, fields.at(element))));
    }

    /** A live value with everything a configuration sets. */
    static Data merged(Data live, Data config, Shape shape) {
        Optional<Map<String, Part>> wanted = Parts.of(config, shape);
        Optional<Map<String, Part>> present = Parts.of(live, shape);
        if (wanted.isEmpty() || present.isEmpty()) {
            return config;
        }
        if (live instanceof DataObject object) {
            DataObject.Builder members = object.toBuilder();
            wanted.get()
                    .forEach((element, part) -> members.put(
                            element.substring(2), mergedPart(present.get().get(element), part)));
            return members.build();
        }
        List<Data> items = new ArrayList<>();
        present.get().forEach((element, part) -> {
            Part change = wanted.get().get(element);
            items.add(change == null ? part.value() : mergedPart(part, change));
        });
        wanted.get().forEach((element, part) -> {
            if (!present.get().containsKey(element)) {
                items.add(part.value());
            }
        });
        return DataArray.of(items);
    }

    private static Data mergedPart(@Nullable Part live, Part config) {
        return live == null ? config.value() : merged(live.value(), config.value(), config.shape());
    }

    /** A value without the given fields, and without what is empty then. */
    static Data without(Data value, Shape shape, FieldSet fields) {
        Optional<Map<String, Part>> parts = Parts.of(value, shape);
        if (parts.isEmpty() || fields.isEmpty()) {
            return value;
        }
        DataObject.Builder members = DataObject.builder();
        List<Data> items = new ArrayList<>();
        parts.get().forEach((element, part) -> {
            FieldSet inner = fields.below(element);
            Data kept = inner.ownsSelf() ? Data.nothing() : without(part.value(), part.shape(), inner);
            boolean isEmptied = !part.value().equals(kept) && (kept.isNull() || isEmpty(kept));
            if (!isEmptied) {
                members.put(element.substring(2), kept);
                items.add(kept);
            }
        });
        return value instanceof DataArray ? DataArray.of(items) : members.build();
    }

    private static boolean isEmpty(Data value) {
        return isEmptyObject(value)
                || value.asArray().filter(DataArray::isEmpty).isPresent();
    }
}
