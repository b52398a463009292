package dev.konflux.release.testkit.kube.wire;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.wire.WireType.Field;
import dev.konflux.release.testkit.kube.wire.WireType.Shape;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

/** Writes objects of the built-in types as protobuf, wrapped as the API server sends them. */
public final class ProtobufWriter {

    private final Message out = new Message();

    private ProtobufWriter() {}

    /** The bytes of an object or of a list of objects; empty when its type has no protobuf form. */
    public static Optional<byte[]> write(DataObject object) {
        String kind = object.findText("kind").orElse("");
        return message(object, kind).map(raw -> {
            Message type = new Message()
                    .text(1, object.findText("apiVersion").orElse(""))
                    .text(2, kind);
            byte[] message = new Message().message(1, type).bytes(2, raw).bytes();
            byte[] whole = new byte[message.length + 4];
            whole[0] = 'k';
            whole[1] = '8';
            whole[2] = 's';
            System.arraycopy(message, 0, whole, 4, message.length);
            return whole;
        });
    }

    private static Optional<byte[]> message(DataObject object, String kind) {
        Optional<WireType> known = WireTypes.known().find(kind);
        if (known.isPresent()) {
            return known.map(type -> message(object, type));
        }
        Optional<WireType> item = kind.endsWith("List")
                ? WireTypes.known().find(kind.substring(0, kind.length() - "List".length()))
                : Optional.empty();
        return item.map(type -> list(object, type));
    }

    private static byte[] list(DataObject list, WireType item) {
        ProtobufWriter writer = new ProtobufWriter();
        DataObject metadata = list.findObject("metadata").orElse(DataObject.empty());
        writer.out.bytes(1, message(metadata, WireTypes.known().find("ListMeta").orElseThrow()));
        for (Data object : list.items("items")) {
            writer.out.bytes(2, message(object.asObject().orElse(DataObject.empty()), item));
        }
        return writer.out.bytes();
    }

    private static byte[] message(DataObject object, WireType type) {
        ProtobufWriter writer = new ProtobufWriter();
        for (Field field : type.fields()) {
            object.find(field.name()).filter(value -> !value.isNull()).ifPresent(value -> writer.field(field, value));
        }
        return writer.out.bytes();
    }

    private void field(Field field, Data value) {
        if (field.shape() == Shape.LIST) {
            value.items().forEach(item -> value(field.number(), field.type(), item));
        } else if (field.shape() == Shape.MAP) {
            value.asObject().orElse(DataObject.empty()).members().forEach((key, entry) -> {
                ProtobufWriter writer = new ProtobufWriter();
                writer.out.text(1, key);
                writer.value(2, field.type(), entry);
                out.bytes(field.number(), writer.out.bytes());
            });
        } else {
            value(field.number(), field.type(), value);
        }
    }

    private void value(int number, String type, Data value) {
        switch (type) {
            case "string" -> out.text(number, value.asText().orElse(""));
            case "int32", "int64" -> out.number(number, number(value));
            case "bool" -> out.number(number, value.asBoolean().orElse(false) ? 1 : 0);
            case "bytes" -> out.bytes(number, decoded(value.asText().orElse("")));
            case "json" -> {
                ProtobufWriter raw = new ProtobufWriter();
                raw.out.text(1, value.toString());
                out.bytes(number, raw.out.bytes());
            }
            case "Time", "MicroTime" -> out.bytes(number, time(value.asText().orElse("")));
            default ->
                out.bytes(
                        number,
                        message(
                                value.asObject().orElse(DataObject.empty()),
                                WireTypes.known().find(type).orElseThrow()));
        }
    }

    private static long number(Data value) {
        return value.asNumber().map(number -> number.asLong().orElse(0)).orElse(0L);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] time(String text) {
        ProtobufWriter writer = new ProtobufWriter();
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            writer.out.number(1, time.toEpochSecond());
            writer.out.number(2, time.getNano());
        } catch (DateTimeException e) {
            return new byte[0];
        }
        return writer.out.bytes();
    }
}
