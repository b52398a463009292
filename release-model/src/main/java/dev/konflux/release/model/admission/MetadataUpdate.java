package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.golang.GoSyntax;
import java.util.List;
import java.util.stream.Collectors;

/** What an update may not change of an object's metadata. */
final class MetadataUpdate {

    private static final List<String> FIXED =
            List.of("name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");

    private MetadataUpdate() {}

    static void check(DataObject object, DataObject old, List<Cause> causes) {
        if (old.find("metadata", "deletionTimestamp").isPresent()) {
            newFinalizers(object, old, causes);
        }
        for (String field : FIXED) {
            Data before = old.find("metadata", field).orElse(Data.nothing());
            Data after = object.find("metadata", field).orElse(Data.nothing());
            if (!before.equals(after)) {
                causes.add(Cause.invalid("metadata." + field, after, "field is immutable"));
            }
        }
    }

    private static void newFinalizers(DataObject object, DataObject old, List<Cause> causes) {
        List<Data> before = old.items("metadata", "finalizers");
        List<String> added = object.items("metadata", "finalizers").stream()
                .filter(finalizer -> !before.contains(finalizer))
                .map(finalizer -> finalizer.asText().orElse(""))
                .sorted()
                .toList();
        if (!added.isEmpty()) {
            String list = added.stream().map(GoSyntax::quoted).collect(Collectors.joining(", ", "[]string{", "}"));
            String detail =
                    "no new finalizers can be added if the object is being deleted, found new finalizers " + list;
            causes.add(Cause.withoutValue(Cause.Type.FORBIDDEN, "metadata.finalizers", detail));
        }
    }
}
