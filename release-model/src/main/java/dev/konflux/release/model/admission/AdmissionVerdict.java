package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.stream.Collectors;

/** What the cluster answers to a wish to write. */
public sealed interface AdmissionVerdict {

    /**
     * The object is taken.
     *
     * @param object as it is stored
     */
    record Stored(DataObject object) implements AdmissionVerdict {}

    /**
     * The object is not taken.
     *
     * @param code the HTTP status
     * @param reason the cluster's word for it; empty where it gives none
     * @param causes what is wrong, field by field; empty where a webhook refused
     * @param message the text for people
     */
    record Refused(int code, String reason, List<Cause> causes, String message) implements AdmissionVerdict {

        /** Copies the list. */
        public Refused {
            causes = List.copyOf(causes);
        }

        static Refused badRequest(KindSchema kind, String problem) {
            String version = kind.apiVersion().substring(kind.group().length() + 1);
            String message = "%s in version \"%s\" cannot be handled as a %s: %s"
                    .formatted(kind.kind(), version, kind.kind(), problem);
            return new Refused(400, "BadRequest", List.of(), message);
        }

        static Refused invalid(KindSchema kind, DataObject object, List<Cause> causes) {
            List<String> lines = causes.stream().map(Cause::toString).distinct().toList();
            String list = lines.size() == 1 ? lines.get(0) : lines.stream().collect(Collectors.joining(", ", "[", "]"));
            String name = object.findText("metadata", "name").orElse("");
            String message = "%s.%s \"%s\" is invalid: %s".formatted(kind.kind(), kind.group(), name, list);
            return new Refused(422, "Invalid", causes, message);
        }

        /** A mutating webhook that could not read the object, or would not have it. */
        static Refused byMutatingWebhook(String webhook, String problem) {
            return new Refused(400, "", List.of(), denial(webhook, problem));
        }

        static Refused byValidatingWebhook(String webhook, String problem) {
            return new Refused(403, "Forbidden", List.of(), denial(webhook, problem));
        }

        private static String denial(String webhook, String problem) {
            return "admission webhook \"" + webhook + "\" denied the request: " + problem;
        }
    }
}
