package dev.konflux.release.model.golang;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.stream.Collectors;

/** Values as Go source text, which is how some of the cluster's refusals quote them. */
public final class GoSyntax {

    private GoSyntax() {}

    /** The value as source text. */
    public static String of(Data value) {
        if (value instanceof DataObject object) {
            return object.members().entrySet().stream()
                    .sorted((a, b) -> CodePoints.ORDER.compare(a.getKey(), b.getKey()))
                    .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(", ", "map[interface {}]interface {}{", "}"));
        }
        if (value instanceof DataArray array) {
            return array.items().stream().map(GoSyntax::of).collect(Collectors.joining(", ", "[]interface {}{", "}"));
        }
        if (value instanceof DataString string) {
            return quoted(string.text());
        }
        if (value instanceof DataNumber number) {
            return number.text();
        }
        return value instanceof DataBoolean bool ? String.valueOf(bool.truth()) : "interface {}(nil)";
    }

    /** A text in double quotes with Go's escapes. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> quote(c, out));
        return out.append('"').toString();
    }

    private static void quote(int c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 7 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 11 -> out.append("\\v");
            default -> {
                if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x80) {
                    out.append(String.format("\\x%02x", c));
                } else {
                    out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
                }
            }
        }
    }

    /** Whether Go prints the character as it is. */
    public static boolean isPrintable(int c) {
        if (c < 0x80) {
            return c >= 0x20 && c < 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
