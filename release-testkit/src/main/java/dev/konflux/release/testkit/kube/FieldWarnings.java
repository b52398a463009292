package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.admission.Inspection;
import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.stream.Collectors;

/** Fields the schema does not know: told of, refused or passed over, as the client asks. */
final class FieldWarnings {

    private final Inspector inspector = Inspector.create();

    /** The warnings for a document. */
    List<String> check(KubernetesRequest request, DataObject document) {
        String wanted = request.parameter("fieldValidation").orElse("Warn");
        if (wanted.equals("Ignore")) {
            return List.of();
        }
        List<String> problems = inspector.inspect(document).map(Inspection::unknownFields).orElse(List.of()).stream()
                .map(field -> "unknown field \"" + field + "\"")
                .toList();
        if (wanted.equals("Strict") && !problems.isEmpty()) {
            throw Refusal.badRequest(unreadable(document)
                    + problems.stream().collect(Collectors.joining(", ", "strict decoding error: ", "")));
        }
        return problems.stream().map(FieldWarnings::header).toList();
    }

    private static String unreadable(DataObject document) {
        String kind = document.findText("kind").orElse("");
        String version = document.findText("apiVersion").orElse("");
        return kind + " in version \"" + version.substring(version.indexOf('/') + 1) + "\" cannot be handled as a "
                + kind + ": ";
    }

    private static String header(String problem) {
        return "299 - \"" + problem.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
