package dev.konflux.release.policy.schema;

import dev.konflux.release.model.golang.GoTime;
import dev.konflux.release.policy.value.Expressions;
import dev.konflux.release.policy.value.Instants;
import java.util.function.Consumer;

/** What a schema says of texts: length and format. Upstream's validator does not know patterns of texts. */
final class Texts {

    private Texts() {}

    static void check(Keywords schema, String text, Consumer<String> error) {
        if (schema.minLength > 0 && length(text) < schema.minLength) {
            error.accept("String length must be greater than or equal to " + schema.minLength);
        }
        if (schema.maxLength > 0 && length(text) > schema.maxLength) {
            error.accept("String length must be less than or equal to " + schema.maxLength);
        }
        if (schema.format != null && !hasFormat(schema.format, text)) {
            error.accept("Does not match format '" + schema.format + "'");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean hasFormat(String format, String text) {
        return switch (format) {
            case "date-time" -> Instants.isDateTime(text) || isOtherDateTime(text);
            case "regex" -> Expressions.compile(text).isPresent();
            case "iri-reference" -> UriReference.isOne(text);
            default -> true;
        };
    }

    /** The validator also takes a plain time and a plain day. */
    private static boolean isOtherDateTime(String text) {
        return Instants.isDay(text) || GoTime.isTimeOfDay(text);
    }
}
