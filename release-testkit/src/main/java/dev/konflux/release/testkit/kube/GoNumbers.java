package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.math.BigDecimal;

/** Numbers as the API server keeps them: an integer beyond 64 bits loses what does not fit a double. */
final class GoNumbers {

    private GoNumbers() {}

    static Data of(Data value) {
        if (value instanceof DataObject object) {
            return isKept(object) ? object : rounded(object);
        }
        if (value instanceof DataArray array) {
            return isKept(array) ? array : array.map(GoNumbers::of);
        }
        return value instanceof DataNumber number && !isKept(number) ? rounded(number) : value;
    }

    private static boolean isKept(Data value) {
        if (value instanceof DataObject object) {
            return object.members().values().stream().allMatch(GoNumbers::isKept);
        }
        if (value instanceof DataArray array) {
            return array.items().stream().allMatch(GoNumbers::isKept);
        }
        return !(value instanceof DataNumber number)
                || !number.isInteger()
                || number.asLong().isPresent();
    }

    private static DataObject rounded(DataObject object) {
        DataObject.Builder kept = DataObject.builder();
        object.members().forEach((name, member) -> kept.put(name, of(member)));
        return kept.build();
    }

    private static Data rounded(DataNumber number) {
        double near = Double.parseDouble(number.toString());
        return Double.isFinite(near) ? Data.of(new BigDecimal(Double.toString(near)).toBigInteger()) : number;
    }
}
