package dev.konflux.release.testkit.kube;

import com.google.common.io.BaseEncoding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents of which the server cannot say what they are. */
final class Unrecognized {

    private static final int LONGEST_SUMMARY = 30;
    private static final String PARSE_ERROR = "couldn't get version/kind; json parse error: json: cannot unmarshal ";

    /** The type into which the server reads version and kind, as it names it. */
    private static final String VERSION_AND_KIND =
            "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }";

    private Unrecognized() {}

    /** The document, which says what it is; of a built-in kind it need not. */
    static DataObject checked(Data document, String body, ServedKind kind) {
        if (document instanceof DataObject object) {
            List.of("apiVersion", "kind").forEach(name -> checkText(object, name, body, kind));
            boolean isUntyped =
                    kind.isCustom() && object.findText("kind").orElse("").isEmpty();
            if (!isUntyped) {
                return object;
            }
        } else if (!document.isNull()) {
            throw because(PARSE_ERROR + word(document) + " into Go value of type " + VERSION_AND_KIND, body, kind);
        } else if (!kind.isCustom()) {
            return DataObject.empty();
        }
        throw because("Object 'Kind' is missing in '" + body + "'", body, kind);
    }

    private static void checkText(DataObject object, String name, String body, ServedKind kind) {
        Data value = object.find(name).orElse(Data.nothing());
        if (!value.isNull() && value.asText().isEmpty()) {
            throw because(PARSE_ERROR + word(value) + " into Go struct field ." + name + " of type string", body, kind);
        }
    }

    private static String word(Data value) {
        return switch (value.kind()) {
            case NUMBER -> "number";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            default -> "object";
        };
    }

    static Refusal because(String problem, String body, ServedKind kind) {
        return Refusal.badRequest("the object provided is unrecognized (must be of type "
                + kind.type().kind() + "): " + problem + " (" + summary(body) + ")");
    }

    /** The beginning of a body: JSON as it is, everything else in digits. */
    private static String summary(String body) {
        if (body.isEmpty()) {
            return "<empty>";
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int shown = Math.min(bytes.length, LONGEST_SUMMARY);
        String summary = body.startsWith("{")
                ? new String(bytes, 0, shown, StandardCharsets.UTF_8)
                : BaseEncoding.base16().lowerCase().encode(bytes, 0, shown);
        return shown < bytes.length ? summary + " ..." : summary;
    }
}
