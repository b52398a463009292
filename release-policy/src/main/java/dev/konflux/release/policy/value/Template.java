package dev.konflux.release.policy.value;

import dev.konflux.release.model.data.DataNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

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
            return verb == 'v' ? shortest(number) : "%!" + verb + "(float64=" + shortest(number) + ")";
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

    /** As Go's {@code %g} writes it: with an exponent unless that is from -4 to 5. */
    private static String shortest(DataNumber number) {
        BigDecimal decimal = BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (decimal.signum() == 0 || (exponent >= -4 && exponent < 6)) {
            return decimal.toPlainString();
        }
        String digits = decimal.movePointLeft(exponent).toPlainString();
        return digits + String.format(Locale.ROOT, "e%+03d", exponent);
    }
}
