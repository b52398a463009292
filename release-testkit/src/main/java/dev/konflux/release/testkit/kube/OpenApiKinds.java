package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import dev.konflux.release.model.admission.KindSchema;
import dev.konflux.release.model.admission.Schema;
import dev.konflux.release.model.admission.Schemas;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.wire.WireType;
import dev.konflux.release.testkit.kube.wire.WireType.Field;
import dev.konflux.release.testkit.kube.wire.WireTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas of kinds as OpenAPI writes them. */
final class OpenApiKinds {

    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final List<String> OF_META = List.of(
            "ObjectMeta",
            "OwnerReference",
            "ManagedFieldsEntry",
            "ListMeta",
            "DeleteOptions",
            "Preconditions",
            "Status",
            "StatusDetails",
            "StatusCause");

    private final String root;
    private final Map<String, DataObject> types = new LinkedHashMap<>();

    /**
     * Schemas that refer to each other below a path of the document.
     *
     * @param root the path, with a slash at its end
     */
    OpenApiKinds(String root) {
        this.root = root;
    }

    boolean isV2() {
        return root.equals("#/definitions/");
    }

    static DataObject identity(ServedKind kind) {
        return DataObject.builder()
                .put("group", kind.type().group())
                .put("kind", kind.type().kind())
                .put("version", kind.version())
                .build();
    }

    DataObject all(List<ServedKind> kinds) {
        OF_META.forEach(this::wire);
        types.put(META + "Time", DataObject.of("format", Data.of("date-time"), "type", Data.of("string")));
        types.put(META + "FieldsV1", DataObject.of("type", Data.of("object")));
        types.put(META + "Patch", DataObject.of("type", Data.of("object")));
        kinds.forEach(this::kind);
        return DataObject.of(types);
    }

    private static String name(ServedKind kind) {
        String group = kind.type().group();
        if (kind.isCustom()) {
            String reversed = String.join(".", Lists.reverse(Splitter.on('.').splitToList(group)));
            return reversed + "." + kind.version() + "." + kind.type().kind();
        }
        String first = group.isEmpty() ? "core" : group.substring(0, group.indexOf('.'));
        return "io.k8s.api." + first + "." + kind.version() + "." + kind.type().kind();
    }

    private void kind(ServedKind kind) {
        DataObject.Builder properties = DataObject.builder()
                .put("apiVersion", text())
                .put("kind", text())
                .put("metadata", reference("ObjectMeta"));
        Optional<KindSchema> schema =
                Schemas.known().find(kind.apiVersion(), kind.type().kind());
        Optional<WireType> builtIn = kind.isCustom()
                ? Optional.empty()
                : WireTypes.known().find(kind.type().kind());
        schema.map(found -> schema(found.root()).findObject("properties").orElse(DataObject.empty()))
                .ifPresent(found -> found.members().forEach(properties::put));
        builtIn.ifPresent(type -> type.fields().stream()
                .filter(field -> !field.name().equals("metadata"))
                .forEach(field -> properties.put(field.name(), field(field))));
        DataObject.Builder object = DataObject.builder()
                .put("description", kind.type().kind() + " is served in version " + kind.version() + ".")
                .put("type", "object")
                .put("properties", properties.build())
                .put("x-kubernetes-group-version-kind", DataArray.of(identity(kind)));
        if (schema.isEmpty() && builtIn.isEmpty()) {
            object.put("x-kubernetes-preserve-unknown-fields", true);
        }
        types.put(name(kind), object.build());
        types.put(name(kind) + "List", list(kind));
    }

    private DataObject list(ServedKind kind) {
        DataObject items = DataObject.of("$ref", Data.of(root + name(kind)));
        return DataObject.builder()
                .put("type", "object")
                .put("required", DataArray.of(Data.of("items")))
                .put(
                        "properties",
                        DataObject.builder()
                                .put("apiVersion", text())
                                .put("items", DataObject.of("type", Data.of("array"), "items", items))
                                .put("kind", text())
                                .put("metadata", reference("ListMeta"))
                                .build())
                .build();
    }

    private static DataObject text() {
        return DataObject.of("type", Data.of("string"));
    }

    private DataObject reference(String type) {
        return DataObject.of("$ref", Data.of(root + META + type));
    }

    private DataObject schema(Schema schema) {
        DataObject.Builder written = DataObject.builder();
        switch (schema.typeName()) {
            case "object", "array", "string", "integer", "number", "boolean" -> written.put("type", schema.typeName());
            default -> {
                if (!schema.keepsUnknownFields()) {
                    written.put("x-kubernetes-int-or-string", true);
                }
            }
        }
        if (schema.keepsUnknownFields()) {
            written.put("x-kubernetes-preserve-unknown-fields", true);
        }
        DataObject.Builder properties = DataObject.builder();
        schema.fieldNames()
                .forEach(name -> schema.findField(name).ifPresent(field -> properties.put(name, schema(field))));
        if (!properties.build().isEmpty()) {
            written.put("properties", properties.build());
        }
        schema.findValues().ifPresent(values -> written.put("additionalProperties", schema(values)));
        schema.findItems().ifPresent(items -> written.put("items", schema(items)));
        if (!schema.requiredFields().isEmpty()) {
            written.put("required", DataArray.ofTexts(schema.requiredFields()));
        }
        if (!schema.allowedTexts().isEmpty()) {
            written.put("enum", DataArray.ofTexts(schema.allowedTexts()));
        }
        schema.findDefault().ifPresent(value -> written.put("default", value));
        return withListType(schema, written).build();
    }

    private static DataObject.Builder withListType(Schema schema, DataObject.Builder written) {
        if (schema.isSet()) {
            return written.put("x-kubernetes-list-type", "set");
        }
        return schema.listKeys().isEmpty()
                ? written
                : written.put("x-kubernetes-list-type", "map")
                        .put("x-kubernetes-list-map-keys", DataArray.ofTexts(schema.listKeys()));
    }

    private void wire(String name) {
        WireType type = WireTypes.known().find(name).orElseThrow();
        DataObject.Builder properties = DataObject.builder();
        type.fields().forEach(field -> properties.put(field.name(), field(field)));
        types.put(META + name, DataObject.of("type", Data.of("object"), "properties", properties.build()));
    }

    private DataObject field(Field field) {
        DataObject value = value(field.type());
        return switch (field.shape()) {
            case LIST -> DataObject.of("type", Data.of("array"), "items", value);
            case MAP -> DataObject.of("type", Data.of("object"), "additionalProperties", value);
            default -> value;
        };
    }

    private DataObject value(String type) {
        return switch (type) {
            case "int32", "int64" -> DataObject.of("type", Data.of("integer"), "format", Data.of(type));
            case "bool" -> DataObject.of("type", Data.of("boolean"));
            case "bytes" -> DataObject.of("type", Data.of("string"), "format", Data.of("byte"));
            case "Time" -> reference("Time");
            case "MicroTime" -> DataObject.of("type", Data.of("string"), "format", Data.of("date-time"));
            case "json" -> reference("FieldsV1");
            case "string" -> text();
            default -> OF_META.contains(type) ? reference(type) : inline(type);
        };
    }

    private DataObject inline(String type) {
        DataObject.Builder properties = DataObject.builder();
        WireTypes.known()
                .find(type)
                .orElseThrow()
                .fields()
                .forEach(field -> properties.put(field.name(), field(field)));
        return DataObject.of("type", Data.of("object"), "properties", properties.build());
    }
}
