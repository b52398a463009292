package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of memory and processors, which leave the webhooks in their shortest form: {@code 1000m} as {@code 1}, {@code 1024Mi} as {@code 1Gi}. */
final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d{1,3})?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final int UNIT = 3;
    private static final int NANO = 9;
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Quantity() {}

    /** The shortest text of an amount; null when it is none. */
    static @Nullable Data canonical(Data amount, GoProblems problems) {
        String text = amount instanceof DataNumber number
                ? number.text()
                : amount.asText().orElse("");
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            problems.refuse(
                    "quantities must match the regular expression " + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
            return null;
        }
        String suffix = form.group(2) == null ? "" : form.group(2);
        return Data.of(written(new BigDecimal(form.group(1)), suffix)).at(amount.position());
    }

    private static String written(BigDecimal number, String suffix) {
        int binary = BINARY.indexOf(suffix);
        if (binary > 0) {
            BigDecimal value = number.multiply(KIBI.pow(binary));
            return value.abs().compareTo(KIBI) < 0 ? decimal(value) : binary(value);
        }
        int decimal = DECIMAL.indexOf(suffix);
        if (decimal >= 0) {
            return decimal(number.scaleByPowerOfTen((decimal - UNIT) * UNIT));
        }
        return exponential(number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))));
    }

    private static String binary(BigDecimal value) {
        BigDecimal rest = value.setScale(0, RoundingMode.UP);
        int step = 0;
        while (step + 1 < BINARY.size()
                && rest.signum() != 0
                && rest.remainder(KIBI).signum() == 0) {
            rest = rest.divide(KIBI);
            step++;
        }
        return rest.toPlainString() + BINARY.get(step);
    }

    private static String decimal(BigDecimal value) {
        int step = steps(value);
        BigDecimal mantissa = value.setScale(NANO, RoundingMode.UP).scaleByPowerOfTen(-step * UNIT);
        return plain(mantissa) + DECIMAL.get(step + UNIT);
    }

    private static String exponential(BigDecimal value) {
        int step = steps(value);
        String mantissa = plain(value.setScale(NANO, RoundingMode.UP).scaleByPowerOfTen(-step * UNIT));
        return step == 0 ? mantissa : mantissa + "e" + step * UNIT;
    }

    /** The largest power of a thousand that leaves a whole number. */
    private static int steps(BigDecimal value) {
        BigDecimal exact = value.setScale(NANO, RoundingMode.UP).stripTrailingZeros();
        if (exact.signum() == 0) {
            return 0;
        }
        return Math.max(-UNIT, Math.min(DECIMAL.size() - UNIT - 1, Math.floorDiv(-exact.scale(), UNIT)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
