package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The second version of OpenAPI as protobuf, in which older kubectl alone understands it. The numbers are those of OpenAPIv2.proto. */
final class OpenApiProtobuf {

    private static final String TYPE = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    /** Clients older than a year ask for it by a name that is no media type. */
    private static final List<String> NAMES =
            List.of(TYPE, "application/com.github.proto-openapi.spec.v2@v1.0+protobuf");

    private static final Map<String, Integer> METHODS = Map.of("get", 2, "put", 3, "post", 4, "delete", 5, "patch", 8);

    private OpenApiProtobuf() {}

    static KubernetesResponse answer(KubernetesRequest request, DataObject document) {
        boolean isAsked = MediaType.accepted(request.accepted()).stream().anyMatch(form -> NAMES.contains(form.type()));
        if (!isAsked) {
            throw MediaType.notAcceptable();
        }
        KubernetesResponse cached = Cached.answer(request, document);
        return cached.body().isEmpty()
                ? cached
                : cached.withText(TYPE, new String(message(document).bytes(), StandardCharsets.ISO_8859_1));
    }

    private static Message message(DataObject document) {
        DataObject info = document.findObject("info").orElse(DataObject.empty());
        return new Message()
                .text(1, text(document, "swagger"))
                .message(2, new Message().text(1, text(info, "title")).text(2, text(info, "version")))
                .message(8, named(document, "paths", 2, OpenApiProtobuf::path))
                .message(9, named(document, "definitions", 1, OpenApiProtobuf::schema));
    }

    private static String text(DataObject object, String member) {
        return object.findText(member).orElse("");
    }

    private interface Form {
        Message of(DataObject value);
    }

    /** The members of an object as a list of names and values. */
    private static Message named(DataObject owner, String member, int number, Form form) {
        Message list = new Message();
        owner.findObject(member)
                .orElse(DataObject.empty())
                .members()
                .forEach((name, value) -> list.message(
                        number,
                        new Message()
                                .text(1, name)
                                .message(2, form.of(value.asObject().orElse(DataObject.empty())))));
        return list;
    }

    private static Message path(DataObject item) {
        Message path = new Message();
        item.members()
                .forEach((method, operation) -> path.message(
                        METHODS.getOrDefault(method, 2),
                        operation(operation.asObject().orElse(DataObject.empty()))));
        return path;
    }

    private static Message operation(DataObject operation) {
        Message message = new Message();
        operation
                .items("consumes")
                .forEach(type -> message.text(7, type.asText().orElse("")));
        operation.items("parameters").forEach(parameter -> message.message(8, parameter(parameter)));
        message.message(9, new Message());
        extensions(operation, 13, message);
        return message;
    }

    private static Message parameter(Data parameter) {
        Message query = new Message()
                .text(2, "query")
                .text(4, parameter.findText("name").orElse(""))
                .text(6, parameter.findText("type").orElse("string"));
        return new Message().message(1, new Message().message(2, new Message().message(3, query)));
    }

    private static Message schema(DataObject schema) {
        Message message = new Message()
                .text(1, text(schema, "$ref"))
                .text(2, text(schema, "format"))
                .text(4, text(schema, "description"));
        schema.items("required").forEach(name -> message.text(19, name.asText().orElse("")));
        schema.findObject("additionalProperties")
                .ifPresent(values -> message.message(21, new Message().message(1, schema(values))));
        if (schema.has("type")) {
            message.message(22, new Message().text(1, text(schema, "type")));
        }
        schema.findObject("items").ifPresent(items -> message.message(23, new Message().message(1, schema(items))));
        if (schema.has("properties")) {
            message.message(25, named(schema, "properties", 1, OpenApiProtobuf::schema));
        }
        extensions(schema, 31, message);
        return message;
    }

    /** What goes beyond OpenAPI travels as YAML. */
    private static void extensions(DataObject object, int number, Message message) {
        object.members().forEach((name, value) -> {
            if (name.startsWith("x-")) {
                Message any = new Message().text(2, value + "\n");
                message.message(number, new Message().text(1, name).message(2, any));
            }
        });
    }
}
