package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.ReadLimits;
import dev.konflux.release.model.text.YamlReader;
import java.util.Optional;

/** Reads the documents clients send. */
final class RequestBody {

    static final int LARGEST = 3_145_728;

    private static final ReadLimits LIMITS = new ReadLimits(LARGEST, 200, 100_000);
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    private RequestBody() {}

    /** The object a create or an update sends. */
    static DataObject object(KubernetesRequest request, ServedKind kind) {
        String type = request.mediaType().orElse(JSON);
        if (!type.equals(JSON) && !type.equals(YAML)) {
            throw unknownType("application/json, application/yaml, application/vnd.kubernetes.protobuf");
        }
        try {
            Data document = type.equals(YAML)
                    ? YamlReader.of(Dialect.CLUSTER).limits(LIMITS).read(request.body(), "")
                    : JsonReader.create(LIMITS).read(request.body(), "");
            return GoNumbers.of(document).asObject().orElseThrow(() -> unrecognized(kind, "the document is no object"));
        } catch (DataSyntaxException e) {
            throw unrecognized(kind, problem(request.body(), e));
        }
    }

    static Refusal unknownType(String accepted) {
        return Refusal.of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + accepted);
    }

    private static Refusal unrecognized(ServedKind kind, String problem) {
        return Refusal.badRequest("the object provided is unrecognized (must be of type "
                + kind.type().kind() + "): couldn't get version/kind; json parse error: " + problem);
    }

    private static String problem(String body, DataSyntaxException e) {
        return body.isEmpty() ? "unexpected end of JSON input (<empty>)" : e.problem();
    }

    /** The JSON of a patch. */
    static Data patch(KubernetesRequest request) {
        return json(request.body(), "error decoding patch: ");
    }

    /** The options of a deletion; empty when none are sent. */
    static Optional<DataObject> options(KubernetesRequest request) {
        return request.body().isEmpty()
                ? Optional.empty()
                : json(request.body(), "couldn't get version/kind; json parse error: ")
                        .asObject();
    }

    private static Data json(String text, String where) {
        try {
            return GoNumbers.of(JsonReader.create(LIMITS).read(text, ""));
        } catch (DataSyntaxException e) {
            throw Refusal.badRequest(where + (isCutOff(text) ? "unexpected end of JSON input" : e.problem()));
        }
    }

    /** Whether the text ends where something should follow. */
    private static boolean isCutOff(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || "{[,:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
    }
}
