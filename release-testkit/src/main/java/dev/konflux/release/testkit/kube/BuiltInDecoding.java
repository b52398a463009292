package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.wire.WireType;
import dev.konflux.release.testkit.kube.wire.WireType.Field;
import dev.konflux.release.testkit.kube.wire.WireType.Shape;
import dev.konflux.release.testkit.kube.wire.WireTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a document of a built-in kind when the server reads it into its Go type: unknown fields and empty ones go. */
final class BuiltInDecoding {

    private static final Map<String, String> GO_TYPES = Map.of(
            "bytes", "[]uint8",
            "Time", "v1.Time",
            "MicroTime", "v1.MicroTime");

    private final List<String> unknownFields = new ArrayList<>();
    private final String kind;

    private BuiltInDecoding(String kind) {
        this.kind = kind;
    }

    /**
     * A document as it was read.
     *
     * @param unknownFields paths of the fields that the type does not have
     */
    record Decoded(DataObject object, List<String> unknownFields) {}

    /** Reads a document; empty for kinds that are not built in. */
    static Optional<Decoded> decode(DataObject document, String kind) {
        return WireTypes.known().find(kind).map(type -> {
            BuiltInDecoding decoding = new BuiltInDecoding(kind);
            DataObject body = document.without("apiVersion").without("kind");
            DataObject.Builder read = DataObject.builder();
            List.of("apiVersion", "kind")
                    .forEach(name -> document.find(name).ifPresent(value -> read.put(name, value)));
            return new Decoded(
                    read.putAll(decoding.message(body, type, "")).build(), List.copyOf(decoding.unknownFields));
        });
    }

    private DataObject message(DataObject object, WireType type, String path) {
        DataObject.Builder read = DataObject.builder();
        object.members().forEach((name, value) -> {
            String inner = path.isEmpty() ? name : path + "." + name;
            Optional<Field> field = type.find(name);
            if (field.isEmpty()) {
                unknownFields.add(inner);
            } else if (!value.isNull()) {
                Data decoded = field(value, field.get(), type, inner);
                if (field.get().isKept() || !isEmpty(decoded)) {
                    read.put(name, decoded);
                }
            }
        });
        return read.build();
    }

    private static boolean isEmpty(Data value) {
        return value.asObject().filter(DataObject::isEmpty).isPresent()
                || value.asArray().filter(DataArray::isEmpty).isPresent()
                || value.asText().filter(String::isEmpty).isPresent();
    }

    private Data field(Data value, Field field, WireType owner, String path) {
        return switch (field.shape()) {
            case LIST -> {
                DataArray array = value.asArray().orElseThrow(() -> mismatch(value, field, owner, path));
                List<Data> items = new ArrayList<>();
                for (Data item : array) {
                    items.add(value(item, field, owner, path + "[" + items.size() + "]"));
                }
                yield DataArray.of(items);
            }
            case MAP -> {
                DataObject object = value.asObject().orElseThrow(() -> mismatch(value, field, owner, path));
                DataObject.Builder entries = DataObject.builder();
                object.members().forEach((key, entry) -> entries.put(key, value(entry, field, owner, path)));
                yield entries.build();
            }
            default -> value(value, field, owner, path);
        };
    }

    private Data value(Data value, Field field, WireType owner, String path) {
        Optional<WireType> message = WireTypes.known().find(field.type());
        if (message.isPresent() && !field.type().equals("Time")) {
            DataObject object = value.asObject().orElseThrow(() -> single(value, field, owner, path));
            return message(object, message.get(), path);
        }
        if (field.type().equals("bytes")) {
            value.asText().flatMap(GoBase64.STANDARD::fault).ifPresent(fault -> {
                throw unreadable(fault);
            });
        }
        boolean fits = switch (field.type()) {
            case "int32", "int64" ->
                value.asNumber().filter(DataNumber::isInteger).isPresent();
            case "bool" -> value.asBoolean().isPresent();
            case "json" -> value.asObject().isPresent();
            default -> value.asText().isPresent();
        };
        if (!fits && !(value.isNull() && field.shape() == Shape.MAP)) {
            throw single(value, field, owner, path);
        }
        return value.isNull() ? Data.of("") : value;
    }

    private Refusal single(Data value, Field field, WireType owner, String path) {
        return refusal(value, goType(field.type()), owner, path.replaceAll("\\[\\d+]", ""));
    }

    private Refusal mismatch(Data value, Field field, WireType owner, String path) {
        String item = goType(field.type());
        return refusal(value, field.shape() == Shape.LIST ? "[]" + item : "map[string]" + item, owner, path);
    }

    private static String goType(String type) {
        return WireTypes.known().find(type).isPresent() && !type.equals("Time")
                ? "v1." + type
                : GO_TYPES.getOrDefault(type, type);
    }

    private Refusal refusal(Data value, String wanted, WireType owner, String path) {
        String found = switch (value.kind()) {
            case NUMBER -> "number";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            default -> "object";
        };
        return unreadable("json: cannot unmarshal %s into Go struct field %s.%s of type %s"
                .formatted(found, owner.name(), path, wanted));
    }

    private Refusal unreadable(String problem) {
        return Refusal.badRequest("%s in version \"v1\" cannot be handled as a %s: %s".formatted(kind, kind, problem));
    }
}
