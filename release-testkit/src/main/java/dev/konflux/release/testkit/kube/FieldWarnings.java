package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.admission.Inspector.Reading;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fields that stand twice or that the schema does not know: told of, refused or passed over, as the client asks. */
final class FieldWarnings {

    private static final String STRICT = "Strict";

    /** The ways of checking there are. */
    static final List<String> KNOWN = List.of("Ignore", STRICT, "Warn");

    private static final List<String> OF_ALL = List.of("apiVersion", "kind", "metadata");

    private final Inspector inspector = Inspector.create();

    private static String wanted(KubernetesRequest request) {
        return request.parameter("fieldValidation").orElse("Warn");
    }

    /**
     * The warnings for a document of a custom kind that was sent as a whole. Metadata that does not fit its types is found here, while the
     * document is read, before the server's own values replace it.
     */
    List<String> check(KubernetesRequest request, ReadBody body, ServedKind kind) {
        Optional<Reading> reading = inspector.read(body.object());
        reading.flatMap(Reading::problem).ifPresent(problem -> {
            throw Refusal.badRequest(unreadable(body.object()) + problem);
        });
        return check(request, body, unknownFields(body.object(), kind, reading));
    }

    /** The warnings for a document that was sent as a whole. */
    List<String> check(KubernetesRequest request, ReadBody body, List<String> unknownFields) {
        if (wanted(request).equals("Ignore")) {
            return List.of();
        }
        List<String> problems =
                Stream.concat(body.repeated().stream(), unknown(unknownFields)).toList();
        if (wanted(request).equals(STRICT) && !problems.isEmpty()) {
            throw Refusal.badRequest(
                    unreadable(body.object()) + "strict decoding error: " + String.join(", ", problems));
        }
        return problems.stream().map(WarningHeader::of).toList();
    }

    /** The warnings for the outcome of a patch; a refusal prints the whole outcome. */
    List<String> checkPatched(KubernetesRequest request, DataObject patched, List<String> unknownFields) {
        if (wanted(request).equals("Ignore")) {
            return List.of();
        }
        List<String> problems = unknown(unknownFields).toList();
        if (wanted(request).equals(STRICT) && !problems.isEmpty()) {
            String message = "Invalid value: " + Data.of(patched.toString()) + ": strict decoding error: "
                    + String.join(", ", problems);
            throw Refusal.invalid("", "", "", List.of(new Cause("patch", "FieldValueInvalid", message)));
        }
        return problems.stream().map(WarningHeader::of).toList();
    }

    private static Stream<String> unknown(List<String> fields) {
        return fields.stream().map(field -> "unknown field \"" + field + "\"");
    }

    /** The fields of a document that its schema does not know. */
    List<String> unknownFields(DataObject document, ServedKind kind) {
        return unknownFields(document, kind, inspector.read(document));
    }

    /** Another kind is not looked into; of an unknown version nothing is known but what every object has. */
    private static List<String> unknownFields(DataObject document, ServedKind kind, Optional<Reading> reading) {
        String version = document.findText("apiVersion").orElse("");
        boolean isOfKind =
                document.findText("kind").orElse("").equals(kind.type().kind())
                        && version.startsWith(kind.type().group() + "/");
        if (!isOfKind) {
            return List.of();
        }
        return version.equals(kind.apiVersion())
                ? reading.map(Reading::unknownFields).orElse(List.of())
                : document.names().stream()
                        .filter(name -> !OF_ALL.contains(name))
                        .toList();
    }

    private static String unreadable(DataObject document) {
        String kind = document.findText("kind").orElse("");
        String version = document.findText("apiVersion").orElse("");
        return kind + " in version \"" + version.substring(version.indexOf('/') + 1) + "\" cannot be handled as a "
                + kind + ": ";
    }
}
