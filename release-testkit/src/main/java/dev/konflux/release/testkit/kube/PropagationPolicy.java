package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the dependents of a deleted object. Waiting for them, or letting go of them, is a finalizer that the collector removes. */
enum PropagationPolicy {
    /** Nothing was said: finalizers that are there decide. */
    UNSAID(""),
    BACKGROUND(""),
    FOREGROUND("foregroundDeletion"),
    ORPHAN("orphan");

    private final String finalizer;

    PropagationPolicy(String finalizer) {
        this.finalizer = finalizer;
    }

    static PropagationPolicy of(DataObject options, KubernetesRequest request) {
        String asked = options.findText("propagationPolicy")
                .or(() -> request.parameter("propagationPolicy"))
                .orElse("");
        boolean orphans =
                options.find("orphanDependents").filter(Data.of(true)::equals).isPresent()
                        || request.isTrue("orphanDependents");
        return switch (asked) {
            case "" -> orphans ? ORPHAN : UNSAID;
            case "Background" -> BACKGROUND;
            case "Foreground" -> FOREGROUND;
            case "Orphan" -> ORPHAN;
            default -> throw unsupported(asked);
        };
    }

    private static Refusal unsupported(String asked) {
        String message = "Unsupported value: \"" + asked
                + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"";
        Cause cause = new Cause("propagationPolicy", "FieldValueNotSupported", message);
        return Refusal.invalid("meta.k8s.io", "DeleteOptions", "", List.of(cause));
    }

    /** The finalizers an object has from now on. */
    List<Data> finalizers(DataObject object, ServedKind kind) {
        List<Data> present = object.items("metadata", "finalizers");
        if (this == UNSAID || kind.type().kind().equals("Namespace")) {
            return present;
        }
        List<Data> finalizers = new ArrayList<>(present);
        finalizers.removeIf(
                name -> name.equals(Data.of(FOREGROUND.finalizer)) || name.equals(Data.of(ORPHAN.finalizer)));
        if (!finalizer.isEmpty()) {
            finalizers.add(Data.of(finalizer));
        }
        return finalizers;
    }
}
