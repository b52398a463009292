package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Objects as the tables that kubectl prints. */
final class Tables {

    private static final String METADATA = "metadata";
    private static final String NAME_DESCRIPTION =
            "Name must be unique within a namespace. Is required when creating resources, although some "
                    + "resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for "
                    + "creation idempotence and configuration definition. Cannot be updated. More info: "
                    + "https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";
    private static final Column NAME = new Column("Name", "string", "name", NAME_DESCRIPTION, 0, ".metadata.name");
    private static final String AGE_DESCRIPTION =
            "Custom resource definition column (in JSONPath format): .metadata.creationTimestamp";
    private static final Column AGE = new Column("Age", "date", "", AGE_DESCRIPTION, 0, ".metadata.creationTimestamp");

    /** Times that are shown as ages whatever the type of their column. */
    private static final Set<String> AGES = Set.of(AGE.path(), ".lastTimestamp");

    private final ServedKind kind;
    private final String version;
    private final String includeObject;
    private final Instant now;

    /**
     * Tables of one kind.
     *
     * @param version the version of the table's own type
     * @param includeObject what each row carries besides its cells
     */
    Tables(ServedKind kind, String version, String includeObject, Instant now) {
        this.kind = kind;
        this.version = version;
        this.includeObject = includeObject;
        this.now = now;
    }

    static void checkIncluded(String includeObject) {
        if (!List.of("", "Metadata", "Object", "None").contains(includeObject)) {
            throw Refusal.badRequest("Unable to convert to Table as requested: includeObject: Invalid value: "
                    + Data.of(includeObject) + ": must be 'Metadata', 'Object', 'None', or empty");
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(NAME);
        List<Column> further = kind.definition().columns();
        columns.addAll(further.isEmpty() ? List.of(AGE) : further);
        return columns;
    }

    DataObject of(DataObject body) {
        boolean isList = body.has("items") && body.findText("kind").orElse("").endsWith("List");
        DataObject metadata = body.findObject(METADATA).orElse(DataObject.empty());
        DataObject shown = isList
                ? withoutEmptyContinue(metadata)
                : DataObject.of(
                        "resourceVersion",
                        Data.of(metadata.findText("resourceVersion").orElse("")));
        return table(isList ? body.items("items") : List.of(body), shown, definitions());
    }

    private static DataObject withoutEmptyContinue(DataObject metadata) {
        return metadata.findText("continue").orElse("").isEmpty() ? metadata.without("continue") : metadata;
    }

    /** The table of one event of a watch; only the first carries the columns. */
    DataObject ofEvent(DataObject object, boolean isFirst) {
        DataObject version = DataObject.of(
                "resourceVersion",
                Data.of(object.findText(METADATA, "resourceVersion").orElse("")));
        return table(List.of(object), version, isFirst ? definitions() : Data.nothing());
    }

    private DataObject table(List<Data> objects, DataObject metadata, Data definitions) {
        return DataObject.builder()
                .put("kind", "Table")
                .put("apiVersion", "meta.k8s.io/" + version)
                .put(METADATA, metadata)
                .put("columnDefinitions", definitions)
                .put("rows", DataArray.of(objects.stream().map(this::row).toList()))
                .build();
    }

    private DataArray definitions() {
        return DataArray.of(columns().stream()
                .map(column -> DataObject.builder()
                        .put("name", column.name())
                        .put("type", column.type())
                        .put("format", column.format())
                        .put("description", column.description())
                        .put("priority", column.priority())
                        .build())
                .toList());
    }

    private DataObject row(Data item) {
        DataObject object = item.asObject().orElse(DataObject.empty());
        List<Data> cells =
                columns().stream().map(column -> cell(object, column)).toList();
        return DataObject.of(
                "cells",
                DataArray.of(cells),
                "object",
                switch (includeObject) {
                    case "None" -> Data.nothing();
                    case "Object" -> PartialMetadata.typed(object, kind);
                    default -> PartialMetadata.of(object, version);
                });
    }

    private Data cell(DataObject object, Column column) {
        if (!column.path().startsWith(".")) {
            return BuiltInCells.cell(object, column.path());
        }
        return JsonPath.find(object, column.path())
                .map(value -> shown(value, column))
                .orElse(Data.nothing());
    }

    private Data shown(Data value, Column column) {
        boolean isAge = column.type().equals("date") || AGES.contains(column.path());
        if (isAge) {
            return Data.of(Age.of(value.asText().orElse(""), now));
        }
        return switch (column.type()) {
            case "string" -> value.asText().isPresent() ? value : Data.of(value.toString());
            case "integer" ->
                value.asNumber()
                        .<Data>map(number -> Data.of((long) number.doubleValue()))
                        .orElse(Data.nothing());
            case "number" -> value instanceof DataNumber ? value : Data.nothing();
            default -> value.asBoolean().isPresent() ? value : Data.nothing();
        };
    }
}
