package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values written as Go's standard library writes them. */
final class GoText {

    private GoText() {}

    /** Compact JSON with the characters of HTML escaped. */
    static String json(Data value) {
        return JsonText.compact()
                .write(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** The value under the verb {@code %v}. */
    static String printed(Data value) {
        if (value.asArray().isPresent()) {
            return value.items().stream().map(GoText::printed).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof DataObject object) {
            Map<String, Data> sorted = new TreeMap<>(object.members());
            return sorted.entrySet().stream()
                    .map(member -> member.getKey() + ":" + printed(member.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        return value.isNull() ? "<nil>" : value.asText().orElseGet(value::toString);
    }

    /** Text inside XML. */
    static String xml(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
