package dev.konflux.release.testkit.kube;

import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.List;

/** Whether a write is only tried. */
final class DryRun {

    private DryRun() {}

    static boolean isAsked(KubernetesRequest request) {
        return request.parameter("dryRun").isPresent();
    }

    /** The only dry run there is covers all stages. */
    static void check(KubernetesRequest request) {
        String asked = request.parameter("dryRun").orElse("All");
        if (!asked.equals("All")) {
            String kind = switch (request.method()) {
                case "POST" -> "CreateOptions";
                case "PUT" -> "UpdateOptions";
                case "PATCH" -> "PatchOptions";
                default -> "DeleteOptions";
            };
            String message = "Unsupported value: \"" + asked + "\": supported values: \"All\"";
            throw Refusal.invalid(
                    "meta.k8s.io", kind, "", List.of(new Cause("dryRun", "FieldValueNotSupported", message)));
        }
    }
}
