package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values as Go prints them in messages. */
final class GoText {

    private GoText() {}

    /** As {@code %T} prints it. */
    static String type(Data value) {
        return switch (value.kind()) {
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case ARRAY -> "[]interface {}";
            case OBJECT -> "map[string]interface {}";
            case NUMBER -> value.asNumber().filter(DataNumber::isInteger).isPresent() ? "int64" : "float64";
            default -> "<nil>";
        };
    }

    /** As {@code %#v} prints it. */
    static String literal(Data value) {
        if (value instanceof DataObject object) {
            return type(value) + members(object, GoText::literal, ":", ", ", "{", "}");
        }
        if (value instanceof DataArray array) {
            return array.items().stream()
                    .map(GoText::literal)
                    .collect(Collectors.joining(", ", type(value) + "{", "}"));
        }
        return value.isNull() ? "interface {}(nil)" : value.toString();
    }

    /** As {@code %v} prints it. */
    static String plain(Data value) {
        if (value instanceof DataObject object) {
            return "map" + members(object, GoText::plain, ":", " ", "[", "]");
        }
        if (value instanceof DataArray array) {
            return array.items().stream().map(GoText::plain).collect(Collectors.joining(" ", "[", "]"));
        }
        return value instanceof DataString text ? text.text() : value.isNull() ? "<nil>" : value.toString();
    }

    private static String members(
            DataObject object, Function<Data, String> shown, String colon, String comma, String open, String close) {
        boolean isLiteral = comma.equals(", ");
        return object.members().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(member -> (isLiteral ? Data.of(member.getKey()).toString() : member.getKey())
                        + colon
                        + shown.apply(member.getValue()))
                .collect(Collectors.joining(comma, open, close));
    }
}
