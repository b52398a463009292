package dev.konflux.release.policy.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.value.Instants;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a schema says of texts: length and format. Upstream's validator does not know patterns of texts. */
final class Texts {

    private Texts() {}

    static void check(DataObject schema, String text, Consumer<String> error) {
        long least = Check.number(schema, "minLength");
        if (text.codePointCount(0, text.length()) < least) {
            error.accept("String length must be greater than or equal to " + least);
        }
        long most = Check.number(schema, "maxLength");
        if (most > 0 && text.codePointCount(0, text.length()) > most) {
            error.accept("String length must be less than or equal to " + most);
        }
        schema.findText("format")
                .filter(format -> !hasFormat(format, text))
                .ifPresent(format -> error.accept("Does not match format '" + format + "'"));
    }

    static @Nullable DataObject patternMember(DataObject schema, String name) {
        for (Map.Entry<String, Data> member : schema.findObject("patternProperties")
                .orElse(DataObject.empty())
                .members()
                .entrySet()) {
            if (find(member.getKey(), name)) {
                return member.getValue().asObject().orElseThrow();
            }
        }
        return null;
    }

    private static boolean find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    private static boolean hasFormat(String format, String text) {
        return switch (format) {
            case "date-time" -> Instants.isDateTime(text) || isOtherDateTime(text);
            case "regex" -> isExpression(text);
            case "iri-reference" -> UriReference.isOne(text);
            default -> true;
        };
    }

    /** The validator also takes a plain time and a plain day. */
    private static boolean isOtherDateTime(String text) {
        return Instants.isDay(text) || text.matches("\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?");
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException invalid) {
            return false;
        }
    }
}
