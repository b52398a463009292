package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** Cells of built-in kinds that are no plain value of the object. */
final class BuiltInCells {

    private BuiltInCells() {}

    static Data cell(DataObject object, String what) {
        return switch (what) {
            case "data" -> Data.of(size(object, "data") + size(object, "binaryData"));
            case "secrets" -> Data.of(object.items("secrets").size());
            case "created" ->
                Data.of(object.findText("metadata", "creationTimestamp").orElse(""));
            case "role" ->
                Data.of(object.findText("roleRef", "kind").orElse("") + "/"
                        + object.findText("roleRef", "name").orElse(""));
            case "users" -> subjects(object, "User");
            case "groups" -> subjects(object, "Group");
            case "accounts" -> subjects(object, "ServiceAccount");
            default ->
                Data.of(object.findText("involvedObject", "kind").orElse("").toLowerCase(Locale.ROOT) + "/"
                        + object.findText("involvedObject", "name").orElse(""));
        };
    }

    private static Data subjects(DataObject binding, String kind) {
        return Data.of(binding.items("subjects").stream()
                .filter(subject -> subject.findText("kind").orElse("").equals(kind))
                .map(BuiltInCells::shown)
                .collect(Collectors.joining(", ")));
    }

    private static String shown(Data subject) {
        String name = subject.findText("name").orElse("");
        return subject.findText("kind").orElse("").equals("ServiceAccount")
                ? subject.findText("namespace").orElse("") + "/" + name
                : name;
    }

    private static long size(DataObject object, String member) {
        return object.findObject(member).orElse(DataObject.empty()).size();
    }
}
