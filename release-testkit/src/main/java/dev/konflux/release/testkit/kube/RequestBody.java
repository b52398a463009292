package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.DuplicateKey;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.ReadLimits;
import dev.konflux.release.model.text.YamlDocument;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.testkit.kube.wire.ProtobufException;
import dev.konflux.release.testkit.kube.wire.ProtobufReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the documents clients send. */
final class RequestBody {

    static final int LARGEST = 3_145_728;

    private static final ReadLimits LIMITS = new ReadLimits(LARGEST, 200, 100_000);
    private static final String PARSE_ERROR = "couldn't get version/kind; json parse error: ";
    private static final JsonReader READER = JsonReader.create(LIMITS);

    private RequestBody() {}

    /** The object a create or an update sends. */
    static ReadBody object(KubernetesRequest request, ServedKind kind) {
        String type = request.mediaType().orElse(MediaType.JSON);
        try {
            return switch (type) {
                case MediaType.JSON -> json(request.body(), kind);
                case MediaType.YAML -> yaml(request.body(), kind);
                case MediaType.PROTOBUF -> protobuf(request.body(), kind);
                default -> throw unknownType("application/json, application/yaml, application/vnd.kubernetes.protobuf");
            };
        } catch (DataSyntaxException e) {
            String problem =
                    type.equals(MediaType.YAML) ? e.upstreamMessage() : PARSE_ERROR + problem(request.body(), e);
            throw Unrecognized.because(problem, request.body(), kind);
        }
    }

    private static ReadBody json(String text, ServedKind kind) {
        List<String> repeated = new ArrayList<>();
        Data document = READER.read(text, "", path -> repeated.add("duplicate field \"" + path + "\""));
        return new ReadBody(object(document, text, kind), repeated);
    }

    private static ReadBody yaml(String text, ServedKind kind) {
        YamlDocument document = YamlReader.of(Dialect.CLUSTER).limits(LIMITS).readDocument(text, "");
        if (document instanceof YamlDocument.Broken broken) {
            throw broken.fault();
        }
        List<String> repeated = document instanceof YamlDocument.Content content
                ? content.duplicateKeys().stream().map(DuplicateKey::toString).toList()
                : List.of();
        return new ReadBody(object(document.findData().orElse(Data.nothing()), text, kind), repeated);
    }

    private static DataObject object(Data document, String text, ServedKind kind) {
        return Unrecognized.checked(GoNumbers.of(document), text, kind);
    }

    private static ReadBody protobuf(String body, ServedKind kind) {
        if (kind.isCustom()) {
            throw Refusal.withoutAnswer("custom kinds are not read from protobuf");
        }
        try {
            return new ReadBody(ProtobufReader.read(bytes(body)), List.of());
        } catch (ProtobufException e) {
            throw Unrecognized.because("couldn't get version/kind; " + e.problem(), body, kind);
        }
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Refusal unknownType(String accepted) {
        return Refusal.of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + accepted);
    }

    /** What Go says of a text, or what this project says of one that is JSON but beyond its limits. */
    private static String problem(String text, DataSyntaxException e) {
        return GoJsonFault.of(text).orElse(e.problem());
    }

    /** The JSON of a patch. */
    static Data patch(KubernetesRequest request) {
        return json(request, "error decoding patch: ");
    }

    /** The configuration that is to be applied. */
    static DataObject applied(KubernetesRequest request) {
        try {
            // The cluster's scanner counts the end of the last line even where nothing ends it.
            String text = request.body().endsWith("\n") ? request.body() : request.body() + "\n";
            return GoNumbers.of(YamlReader.of(Dialect.CLUSTER).limits(LIMITS).read(text, ""))
                    .asObject()
                    .orElseThrow(() -> Refusal.badRequest("error decoding YAML: the document is no object"));
        } catch (DataSyntaxException e) {
            throw Refusal.badRequest("error decoding YAML: error converting YAML to JSON: " + e.upstreamMessage());
        }
    }

    /** The options of a deletion; empty when none are sent. */
    static Optional<DataObject> options(KubernetesRequest request) {
        if (request.body().isEmpty()) {
            return Optional.empty();
        }
        if (request.mediaType().orElse("").equals(MediaType.PROTOBUF)) {
            try {
                return Optional.of(ProtobufReader.read(bytes(request.body())));
            } catch (ProtobufException e) {
                throw Refusal.badRequest("couldn't get version/kind; " + e.problem());
            }
        }
        return Optional.of(plain(request));
    }

    /** An object of no served kind. */
    static DataObject plain(KubernetesRequest request) {
        return json(request, "couldn't get version/kind; json parse error: ")
                .asObject()
                .orElseThrow(() ->
                        Refusal.badRequest("couldn't get version/kind; json parse error: the document is no object"));
    }

    private static Data json(KubernetesRequest request, String where) {
        try {
            return GoNumbers.of(READER.read(request.body(), ""));
        } catch (DataSyntaxException e) {
            throw Refusal.badRequest(where + problem(request.body(), e));
        }
    }
}
