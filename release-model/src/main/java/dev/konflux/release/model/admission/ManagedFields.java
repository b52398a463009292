package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.golang.GoSyntax;
import java.util.List;

/** What is demanded of the notes about who owns which field. Source: {@code ValidateManagedFields} of apimachinery. */
final class ManagedFields {

    private static final List<String> OPERATIONS = List.of("Apply", "Update");
    private static final int MOST_MANAGER_BYTES = 128;
    private static final int MOST_SUBRESOURCE_BYTES = 256;

    private ManagedFields() {}

    static void check(List<Data> entries, String path, List<Cause> causes) {
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), path + "[" + i + "].", causes);
        }
    }

    private static void entry(Data entry, String path, List<Cause> causes) {
        String operation = text(entry, "operation");
        if (!OPERATIONS.contains(operation)) {
            causes.add(Cause.invalidAsJson(path + "operation", Data.of(operation), "must be `Apply` or `Update`"));
        }
        String type = text(entry, "fieldsType");
        if (!type.isEmpty() && !type.equals("FieldsV1")) {
            causes.add(Cause.invalid(path + "fieldsType", Data.of(type), "must be `FieldsV1`"));
        }
        String manager = text(entry, "manager");
        length(manager, MOST_MANAGER_BYTES, path + "manager", causes);
        printable(manager, path + "manager", causes);
        length(text(entry, "subresource"), MOST_SUBRESOURCE_BYTES, path + "subresource", causes);
    }

    private static String text(Data entry, String name) {
        return entry.findText(name).orElse("");
    }

    private static void length(String text, int most, String path, List<Cause> causes) {
        if (NameRules.bytes(text) > most) {
            causes.add(Cause.withoutValue(Cause.Type.TOO_LONG, path, "may not be more than " + most + " bytes"));
        }
    }

    private static void printable(String manager, String path, List<Cause> causes) {
        int[] characters = manager.codePoints().toArray();
        int at = 0;
        for (int c : characters) {
            String character = Character.toString(c);
            if (!GoSyntax.isPrintable(c)) {
                String fault = String.format("invalid character U+%04X (at position %d)", c, at);
                causes.add(Cause.invalid(path, Data.of(manager), fault));
            }
            at += NameRules.bytes(character);
        }
    }
}
