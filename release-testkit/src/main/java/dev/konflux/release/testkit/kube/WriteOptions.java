package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.store.ApiError.Cause;
import dev.konflux.release.testkit.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters that every write knows. */
final class WriteOptions {

    private static final int LONGEST_MANAGER = 128;

    private WriteOptions() {}

    /** All faults of the parameters together. */
    static void check(KubernetesRequest request) {
        String options = switch (request.method()) {
            case "POST" -> "CreateOptions";
            case "PUT" -> "UpdateOptions";
            case "PATCH" -> "PatchOptions";
            case "DELETE" -> "DeleteOptions";
            default -> "";
        };
        if (options.isEmpty()) {
            return;
        }
        List<Cause> causes = new ArrayList<>();
        boolean isApply = isApply(request);
        if (isApply && request.parameter("fieldManager").isEmpty()) {
            causes.add(new Cause("fieldManager", "FieldValueRequired", "Required value: is required for apply patch"));
        }
        if (options.equals("PatchOptions")
                && !isApply
                && request.parameter("force").isPresent()) {
            causes.add(
                    new Cause("force", "FieldValueForbidden", "Forbidden: may not be specified for non-apply patch"));
        }
        manager(request, causes);
        request.parameter("dryRun")
                .filter(asked -> !asked.equals("All"))
                .ifPresent(asked -> causes.add(unsupported("dryRun", asked, "\"All\"")));
        if (!options.equals("DeleteOptions")) {
            request.parameter("fieldValidation")
                    .filter(asked -> !FieldWarnings.KNOWN.contains(asked))
                    .ifPresent(asked -> causes.add(
                            unsupported("fieldValidation", asked, "\"\", \"Ignore\", \"Strict\", \"Warn\"")));
        }
        if (!causes.isEmpty()) {
            throw Refusal.invalid("meta.k8s.io", options, "", causes);
        }
    }

    private static void manager(KubernetesRequest request, List<Cause> causes) {
        String manager = request.parameter("fieldManager").orElse("");
        if (manager.length() > LONGEST_MANAGER) {
            String message = "Too long: may not be more than " + LONGEST_MANAGER + " bytes";
            causes.add(new Cause("fieldManager", "FieldValueTooLong", message));
        }
    }

    private static Cause unsupported(String field, String asked, String supported) {
        return new Cause(
                field,
                "FieldValueNotSupported",
                "Unsupported value: \"" + asked + "\": supported values: " + supported);
    }

    static boolean isApply(KubernetesRequest request) {
        return request.method().equals("PATCH")
                && request.mediaType().orElse("").equals("application/apply-patch+yaml");
    }

    static boolean isDryRun(KubernetesRequest request) {
        return request.parameter("dryRun").isPresent();
    }

    static boolean isForced(KubernetesRequest request) {
        return request.isTrue("force");
    }

    /** Who writes: the fields belong to the manager that is named, or to the program that asks. */
    static Writer writer(KubernetesRequest request, User user, ServedKind kind, Optional<DataObject> applied) {
        String agent = request.header("user-agent").replaceFirst("/.*", "");
        String manager = request.parameter("fieldManager").orElse(agent.isEmpty() ? "unknown" : agent);
        return new Writer(user.name(), manager, kind.apiVersion(), applied, false);
    }
}
