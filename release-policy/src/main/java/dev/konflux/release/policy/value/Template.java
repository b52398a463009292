package dev.konflux.release.policy.value;

import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.FloatText;
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
        for (Value value : values) {
            if (!value.isDefined()) {
                return Value.UNDEFINED;
            }
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
                .filter(number -> Double.isFinite(number.doubleValue()))
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
            return verb == 'v'
                    ? FloatText.GO_SHORTEST.write(number.doubleValue())
                    : "%!" + verb + "(float64=" + FloatText.GO_SHORTEST.write(number.doubleValue()) + ")";
        }
        boolean isBig = number.asLong().isEmpty();
        if (verb == 'd' || verb == 'v' || (verb == 's' && isBig)) {
            return number.text();
        }
        if (isBig) {
            return "%!" + verb + "(big.Int=" + number.text() + ")";
        }
        return verb == 'q'
                ? Notation.quotedRune(number.asLong().getAsLong())
                : "%!" + verb + "(int=" + number.text() + ")";
    }
}
