package dev.konflux.release.model.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values as Python compares them: {@code 1}, {@code 1.0} and {@code True} are one and the same. */
public final class PythonEquality {

    private PythonEquality() {}

    private enum Special {
        NONE
    }

    /** Whether Python takes the value for true: not null, not false, not zero, not empty. */
    public static boolean isTrue(Data value) {
        return switch (value.kind()) {
            case NULL -> false;
            case BOOLEAN -> ((DataBoolean) value).truth();
            case NUMBER -> ((DataNumber) value).doubleValue() != 0;
            case STRING -> !((DataString) value).text().isEmpty();
            case ARRAY -> !((DataArray) value).isEmpty();
            case OBJECT -> !((DataObject) value).isEmpty();
        };
    }

    /** Whether {@code a == b} in Python. */
    public static boolean equal(Data a, Data b) {
        return key(a).equals(key(b));
    }

    /** An object that equals the key of another value exactly when the values are equal in Python; good for hashing. */
    public static Object key(Data value) {
        return switch (value.kind()) {
            case NULL -> Special.NONE;
            case BOOLEAN -> ((DataBoolean) value).truth() ? 1L : 0L;
            case NUMBER -> number((DataNumber) value);
            case STRING -> ((DataString) value).text();
            case ARRAY -> items((DataArray) value);
            case OBJECT -> members((DataObject) value);
        };
    }

    private static List<Object> items(DataArray array) {
        List<Object> keys = new ArrayList<>(array.size());
        array.items().forEach(item -> keys.add(key(item)));
        return keys;
    }

    private static Map<String, Object> members(DataObject object) {
        Map<String, Object> keys = new HashMap<>();
        object.members().forEach((name, member) -> keys.put(name, key(member)));
        return keys;
    }

    private static Object number(DataNumber number) {
        if (number.isInteger()) {
            return whole(new BigInteger(number.text()));
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            // not a number equals nothing, not even itself read twice
            return new Object();
        }
        boolean isWhole = value == Math.rint(value) && !Double.isInfinite(value);
        return isWhole ? whole(new BigDecimal(value).toBigInteger()) : (Object) value;
    }

    private static Object whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
