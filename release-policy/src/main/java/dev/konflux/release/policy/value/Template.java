package dev.konflux.release.policy.value;

import dev.konflux.release.model.data.DataNumber;
import java.util.List;

/** Fills message templates as Go's {@code fmt.Sprintf} does for the values of the upstream engine. */
public final class Template {

    private Template() {}

    /** The template with the values in place of its verbs; undefined as soon as one of the values is. */
    public static Value fill(String template, Value... values) {
        return fill(template, List.of(values));
    }

    /** The template with the values in place of its verbs; undefined as soon as one of the values is. */
    public static Value fill(String template, List<Value> values) {
        if (!values.stream().allMatch(Value::isDefined)) {
            return Value.UNDEFINED;
        }
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '%' || i + 1 == template.length()) {
                out.append(c);
                continue;
            }
            char verb = template.charAt(++i);
            if (verb == '%') {
                out.append('%');
            } else if (next < values.size()) {
                out.append(shown(verb, values.get(next++)));
            } else {
                out.append("%!").append(verb).append("(MISSING)");
            }
        }
        return Value.of(out.toString());
    }

    private static String shown(char verb, Value value) {
        return value.number()
                .map(number -> shownNumber(verb, number))
                .orElseGet(() -> shownText(verb, value.text().orElseGet(value::toString)));
    }

    private static String shownText(char verb, String text) {
        return switch (verb) {
            case 's', 'v' -> text;
            case 'q' -> Notation.quoted(text);
            default -> "%!" + verb + "(string=" + text + ")";
        };
    }

    private static String shownNumber(char verb, DataNumber number) {
        if (!number.isInteger()) {
            return verb == 'v' ? shortest(number) : "%!" + verb + "(float64=" + shortest(number) + ")";
        }
        return switch (verb) {
            case 'd', 'v' -> number.text();
            case 'q' -> Notation.quotedRune(number.asLong().orElse(-1));
            default -> "%!" + verb + "(int=" + number.text() + ")";
        };
    }

    private static String shortest(DataNumber number) {
        return number.decimal().stripTrailingZeros().toPlainString();
    }
}
