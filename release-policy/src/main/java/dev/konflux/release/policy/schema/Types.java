package dev.konflux.release.policy.schema;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import java.math.BigDecimal;
import java.util.List;

/** The types of JSON schema; a whole number is an integer however it is written. */
final class Types {

    private Types() {}

    static String of(Data value) {
        if (value instanceof DataNumber number) {
            return isWhole(number) ? "integer" : "number";
        }
        return value.kind().word();
    }

    static boolean fits(List<String> types, Data value) {
        return value instanceof DataNumber
                ? types.contains("number") || types.contains(of(value))
                : types.contains(value.kind().word());
    }

    private static boolean isWhole(DataNumber number) {
        return number.isInteger()
                || (number.isFinite()
                        && number.decimal().remainder(BigDecimal.ONE).signum() == 0);
    }
}
