package dev.konflux.release.testkit.kube.wire;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.kube.wire.WireType.Field;
import dev.konflux.release.testkit.kube.wire.WireType.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads objects of the built-in types from protobuf, wrapped as the API server's clients send them. */
public final class ProtobufReader {

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int DEEPEST = 32;

    private final byte[] bytes;
    private final int end;
    private final int depth;
    private int at;

    private ProtobufReader(byte[] bytes, int start, int end, int depth) {
        if (depth > DEEPEST) {
            throw new ProtobufException("nested deeper than " + DEEPEST + " messages");
        }
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.depth = depth;
    }

    /**
     * The object in a body, its {@code apiVersion} and {@code kind} first.
     *
     * @throws ProtobufException when the body does not hold an object of a built-in type
     */
    public static DataObject read(byte[] body) {
        if (body.length < MAGIC.length || !Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ProtobufException("provided data does not appear to be a protobuf message, expected prefix k8s");
        }
        ProtobufReader envelope = new ProtobufReader(body, MAGIC.length, body.length, 0);
        String apiVersion = "";
        String kind = "";
        ProtobufReader raw = new ProtobufReader(body, 0, 0, 1);
        while (envelope.hasMore()) {
            long tag = envelope.varint();
            switch ((int) tag >>> 3) {
                case 1 -> {
                    ProtobufReader type = envelope.inner();
                    while (type.hasMore()) {
                        long field = type.varint();
                        String text = type.text();
                        apiVersion = field >>> 3 == 1 ? text : apiVersion;
                        kind = field >>> 3 == 2 ? text : kind;
                    }
                }
                case 2 -> raw = envelope.inner();
                default -> envelope.skip((int) tag & 7);
            }
        }
        return raw.wrapped(apiVersion, kind);
    }

    private DataObject wrapped(String apiVersion, String kind) {
        WireType type = WireTypes.known()
                .find(kind)
                .orElseThrow(() -> new ProtobufException("no kind \"" + kind + "\" is known as protobuf"));
        return DataObject.builder()
                .put("kind", kind)
                .put("apiVersion", apiVersion)
                .putAll(message(type))
                .build();
    }

    private boolean hasMore() {
        return at < end;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw new ProtobufException("unexpected EOF");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ProtobufException("a number has more than ten bytes");
    }

    private ProtobufReader inner() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new ProtobufException("unexpected EOF");
        }
        int start = at;
        at += (int) length;
        return new ProtobufReader(bytes, start, at, depth + 1);
    }

    private void skip(int wireType) {
        switch (wireType) {
            case 0 -> varint();
            case 1 -> jump(8);
            case 2 -> inner();
            case 5 -> jump(4);
            default -> throw new ProtobufException("unknown wire type " + wireType);
        }
    }

    private void jump(int length) {
        if (length > end - at) {
            throw new ProtobufException("unexpected EOF");
        }
        at += length;
    }

    private String text() {
        ProtobufReader inner = inner();
        return new String(bytes, inner.at, inner.end - inner.at, StandardCharsets.UTF_8);
    }

    private DataObject message(WireType type) {
        DataObject.Builder members = DataObject.builder();
        Map<String, List<Data>> lists = new LinkedHashMap<>();
        Map<String, DataObject.Builder> maps = new LinkedHashMap<>();
        while (hasMore()) {
            int tag = (int) varint();
            Optional<Field> known = type.find(tag >>> 3);
            if (known.isEmpty()) {
                skip(tag & 7);
                continue;
            }
            Field field = known.get();
            checkType(field, tag & 7);
            switch (field.shape()) {
                case LIST ->
                    lists.computeIfAbsent(field.name(), name -> new ArrayList<>())
                            .add(value(field.type()));
                case MAP -> entry(field.type(), maps.computeIfAbsent(field.name(), name -> DataObject.builder()));
                default -> one(field, members);
            }
        }
        lists.forEach((name, items) -> members.put(name, DataArray.of(items)));
        maps.forEach((name, entries) -> members.put(name, entries.build()));
        return members.build();
    }

    private static void checkType(Field field, int wireType) {
        boolean isNumber = field.type().startsWith("int") || field.type().equals("bool");
        if (wireType != (isNumber ? 0 : 2)) {
            throw new ProtobufException("wrong wireType = " + wireType + " for field " + field.name());
        }
    }

    /** Go's writers send empty texts and messages that JSON leaves out. */
    private void one(Field field, DataObject.Builder members) {
        Data value = value(field.type());
        if (!isEmpty(value)) {
            members.put(field.name(), value);
        }
    }

    private static boolean isEmpty(Data value) {
        return value.asText().filter(String::isEmpty).isPresent()
                || value.asObject().filter(DataObject::isEmpty).isPresent();
    }

    private void entry(String type, DataObject.Builder entries) {
        ProtobufReader entry = inner();
        String key = "";
        Data value = Data.of("");
        while (entry.hasMore()) {
            int tag = (int) entry.varint();
            switch (tag >>> 3) {
                case 1 -> key = entry.text();
                case 2 -> value = entry.value(type);
                default -> entry.skip(tag & 7);
            }
        }
        entries.put(key, value);
    }

    private Data value(String type) {
        return switch (type) {
            case "string" -> Data.of(text());
            case "int32", "int64" -> Data.of(varint());
            case "bool" -> Data.of(varint() != 0);
            case "bytes" -> {
                ProtobufReader inner = inner();
                yield Data.of(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, inner.at, inner.end)));
            }
            case "json" -> json();
            case "Time", "MicroTime" -> time(type.equals("MicroTime"));
            default -> inner().message(WireTypes.known().find(type).orElseThrow());
        };
    }

    private Data json() {
        DataObject wrapper = inner().message(RAW);
        String text =
                new String(Base64.getDecoder().decode(wrapper.findText("raw").orElse("")), StandardCharsets.UTF_8);
        try {
            return text.isEmpty() ? DataObject.empty() : JsonReader.create().read(text, "");
        } catch (DataSyntaxException e) {
            throw new ProtobufException(e.problem());
        }
    }

    private static final WireType RAW =
            new WireType("FieldsV1", List.of(new Field(1, "raw", Shape.ONE, "bytes", false)));

    private Data time(boolean isMicro) {
        DataObject time = inner().message(WireTypes.known().find("Time").orElseThrow());
        if (time.isEmpty()) {
            return Data.of("");
        }
        long seconds = number(time, "seconds");
        try {
            Instant instant = Instant.ofEpochSecond(seconds, number(time, "nanos"));
            return Data.of(
                    isMicro
                            ? MicroTime.format(instant)
                            : Instant.ofEpochSecond(seconds).toString());
        } catch (java.time.DateTimeException e) {
            throw new ProtobufException("a time is out of range");
        }
    }

    private static long number(DataObject time, String field) {
        return time.find(field)
                .flatMap(Data::asNumber)
                .map(number -> number.asLong().orElse(0))
                .orElse(0L);
    }
}
