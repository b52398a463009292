package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Set;

/** What custom kinds say of new finalizers whose names could be anybody's. */
final class FinalizerWarnings {

    private static final Set<String> STANDARD = Set.of("orphan", "foregroundDeletion");

    private FinalizerWarnings() {}

    static List<String> of(DataObject object, DataObject old, ServedKind kind) {
        List<Data> known = old.items("metadata", "finalizers");
        return !kind.isCustom()
                ? List.of()
                : object.items("metadata", "finalizers").stream()
                        .filter(finalizer -> !known.contains(finalizer))
                        .flatMap(finalizer -> finalizer.asText().stream())
                        .filter(name -> !name.contains("/") && !STANDARD.contains(name))
                        .map(name -> WarningHeader.of("metadata.finalizers: \"" + name
                                + "\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental"
                                + " conflicts with other finalizer writers"))
                        .toList();
    }
}
