package dev.konflux.release.model.data;

import java.math.BigDecimal;

/** Writes values as jq 1.6 prints them: every number has gone through a double. */
public final class JqText {

    private static final int INDENT = 2;

    /** A number is written out up to this many digits beyond those it has. */
    private static final int MOST_ZEROS = 15;

    private static final int LEAST_EXPONENT = -4;

    private JqText() {}

    /** What {@code jq -r} prints without the final line break: a string's characters, anything else as indented JSON. */
    public static String raw(Data value) {
        return value.asText()
                .orElseGet(() -> JsonText.compact().indented(INDENT).write(read(value)));
    }

    /** The value as jq has read it: numbers are doubles, what is no number is null, infinities are the largest doubles. */
    public static Data read(Data value) {
        if (value instanceof DataObject object) {
            DataObject.Builder members = object.toBuilder();
            object.members().forEach((name, member) -> members.put(name, read(member)));
            return members.build();
        }
        if (value instanceof DataArray array) {
            return array.map(JqText::read);
        }
        return value instanceof DataNumber number ? number(number.doubleValue()).at(value.position()) : value;
    }

    private static Data number(double value) {
        if (Double.isNaN(value)) {
            return Data.nothing();
        }
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
        return DataNumber.parse((finite < 0 ? "-" : "") + digits(Math.abs(finite)));
    }

    private static String digits(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = new BigDecimal(FloatText.GO_JSON.write(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int beforePoint = digits.length() - shortest.scale();
        if (beforePoint > LEAST_EXPONENT && beforePoint <= digits.length() + MOST_ZEROS) {
            return shortest.toPlainString();
        }
        int exponent = beforePoint - 1;
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + "%02d".formatted(Math.abs(exponent));
    }
}
