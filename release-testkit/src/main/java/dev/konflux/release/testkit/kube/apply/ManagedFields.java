package dev.konflux.release.testkit.kube.apply;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who owns which fields of an object: its {@code metadata.managedFields}. */
record ManagedFields(List<Entry> entries) {

    static final String APPLY = "Apply";
    static final String UPDATE = "Update";

    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> entry.owner.operation)
            .thenComparing(Entry::time)
            .thenComparing(entry -> entry.owner.manager)
            .thenComparing(entry -> entry.owner.apiVersion)
            .thenComparing(entry -> entry.owner.subresource);

    /** Somebody who writes in one way. */
    record Owner(String manager, String operation, String apiVersion, String subresource) {

        /** As messages about conflicts name it. */
        String shown() {
            String name = Data.of(manager).toString();
            String place = subresource.isEmpty() ? name : name + " with subresource \"" + subresource + "\"";
            return operation.equals(UPDATE) ? place + " using " + apiVersion : place;
        }
    }

    /** The fields of one owner. */
    record Entry(Owner owner, String time, FieldSet fields) {

        private DataObject toData() {
            DataObject.Builder entry = DataObject.builder()
                    .put("apiVersion", owner.apiVersion)
                    .put("fieldsType", "FieldsV1")
                    .put("fieldsV1", fields.toData())
                    .put("manager", owner.manager)
                    .put("operation", owner.operation);
            if (!owner.subresource.isEmpty()) {
                entry.put("subresource", owner.subresource);
            }
            return entry.put("time", time).build();
        }
    }

    ManagedFields {
        entries = ImmutableList.copyOf(entries);
    }

    static ManagedFields of(DataObject object) {
        return new ManagedFields(object.items("metadata", "managedFields").stream()
                .map(ManagedFields::entry)
                .toList());
    }

    private static Entry entry(Data data) {
        Owner owner = new Owner(
                data.findText("manager").orElse(""),
                data.findText("operation").orElse(UPDATE),
                data.findText("apiVersion").orElse(""),
                data.findText("subresource").orElse(""));
        return new Entry(
                owner,
                data.findText("time").orElse(""),
                FieldSet.parse(data.findObject("fieldsV1").orElse(DataObject.empty())));
    }

    DataArray toData() {
        return DataArray.of(entries.stream().sorted(ORDER).map(Entry::toData).toList());
    }

    Optional<Entry> find(Owner owner) {
        return entries.stream().filter(entry -> entry.owner.equals(owner)).findFirst();
    }

    FieldSet fieldsOf(Owner owner) {
        return find(owner).map(Entry::fields).orElse(FieldSet.empty());
    }

    /** The fields that anybody owns. */
    FieldSet all() {
        return entries.stream().map(Entry::fields).reduce(FieldSet.empty(), FieldSet::union);
    }

    /** These with the owner's fields replaced; the time stays where the fields do. */
    ManagedFields with(Owner owner, FieldSet fields, String now) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.owner.equals(owner));
        if (!fields.isEmpty()) {
            changed.add(find(owner)
                    .filter(entry -> entry.fields.equals(fields))
                    .orElseGet(() -> new Entry(owner, now, fields)));
        }
        return new ManagedFields(changed);
    }

    /** These with the fields of everybody but one owner changed. */
    ManagedFields others(Owner owner, UnaryOperator<FieldSet> change, String now) {
        ManagedFields changed = this;
        for (Entry entry : entries) {
            if (!entry.owner.equals(owner)) {
                changed = changed.with(entry.owner, change.apply(entry.fields), now);
            }
        }
        return changed;
    }
}
