package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.math.BigInteger;

/** Documents as Python's values. */
public final class Conversion {

    private static final int MOST_LONG_DIGITS = 18;

    private Conversion() {}

    /** The value of a document; lists and dicts are new ones, so that a template may change them, and read the document as they are read. */
    public static Object of(Data data) {
        if (data instanceof DataString string) {
            return string.text();
        }
        if (data instanceof DataObject object) {
            return new PyDict(new DocumentMembers(object));
        }
        if (data instanceof DataArray array) {
            return new PyList(new DocumentItems(array));
        }
        if (data instanceof DataNumber number) {
            return number(number);
        }
        if (data instanceof DataBoolean truth) {
            return truth.truth();
        }
        return None.NONE;
    }

    static boolean isContainer(Data data) {
        return data instanceof DataObject || data instanceof DataArray;
    }

    private static Object number(DataNumber number) {
        if (number.isInteger()) {
            return integer(number.text());
        }
        return number.text().equals("-Infinity") ? Double.NEGATIVE_INFINITY : number.doubleValue();
    }

    private static Object integer(String digits) {
        return digits.length() <= MOST_LONG_DIGITS
                ? (Object) Long.parseLong(digits)
                : Numbers.of(new BigInteger(digits));
    }
}
