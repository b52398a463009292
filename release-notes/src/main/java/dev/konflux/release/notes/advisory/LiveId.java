package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.releasedata.Located;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The number of an advisory, as release notes may ask for it. */
final class LiveId {

    private static final int SHORTEST = 4;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");

    private LiveId() {}

    /** The number asked for: an integer, a text of digits, a decimal whose fraction is dropped. */
    static BigInteger of(Located asked) {
        Data value = asked.value();
        if (value instanceof DataNumber number && number.isFinite()) {
            return number.decimal().toBigInteger();
        }
        if (value instanceof DataBoolean truth) {
            return truth.truth() ? BigInteger.ONE : BigInteger.ZERO;
        }
        String text = asked.value().asText().map(String::strip).orElse("");
        if (!DECIMAL.matcher(text).matches()) {
            throw asked.unexpected("the number of an advisory");
        }
        return new BigInteger(text.replace("_", ""));
    }

    /** The number as it stands in names and paths: at least four characters. */
    static String padded(BigInteger number) {
        String digits = number.abs().toString();
        String sign = number.signum() < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, SHORTEST - sign.length() - digits.length())) + digits;
    }
}
