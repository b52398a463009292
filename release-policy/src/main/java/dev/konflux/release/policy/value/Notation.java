package dev.konflux.release.policy.value;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the upstream engine writes values, and how Go quotes texts. */
public final class Notation {

    private Notation() {}

    /** The value as the engine prints it: strings quoted, a blank after comma and colon, names in order. */
    static String of(Data data) {
        if (data instanceof DataString string) {
            return quoted(string.text());
        }
        if (data instanceof DataNumber number) {
            return number.text();
        }
        if (data instanceof DataArray array) {
            return array.items().stream().map(Notation::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (data instanceof DataObject object) {
            return DataOrder.sortedMembers(object).stream()
                    .map(member -> quoted(member.getKey()) + ": " + of(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return data.toString();
    }

    /** A set as the engine prints it; the values must be different and in order. */
    public static String ofSet(Collection<Value> values) {
        return values.isEmpty()
                ? "set()"
                : values.stream().map(Value::toString).collect(Collectors.joining(", ", "{", "}"));
    }

    /** The text as Go's {@code strconv.Quote} writes it. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> escape(c, '"', out));
        return out.append('"').toString();
    }

    /** The character as Go's {@code strconv.QuoteRune} writes it. */
    static String quotedRune(long rune) {
        int c = Character.isValidCodePoint((int) rune) && rune == (int) rune ? (int) rune : 0xFFFD;
        StringBuilder out = new StringBuilder("'");
        escape(c, '\'', out);
        return out.append('\'').toString();
    }

    private static void escape(int c, char quote, StringBuilder out) {
        switch (c) {
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            case '\\' -> out.append("\\\\");
            default -> escapeOther(c, quote, out);
        }
    }

    private static void escapeOther(int c, char quote, StringBuilder out) {
        if (c == quote) {
            out.append('\\').append(quote);
        } else if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c < 0x80) {
            out.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else {
            out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
