package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Documents as Python's values. */
public final class Conversion {

    private Conversion() {}

    /** The value of a document; lists and dicts are new ones, so that a template may change them. */
    public static Object of(Data data) {
        if (data instanceof DataString string) {
            return string.text();
        }
        if (data instanceof DataObject object) {
            return dict(object);
        }
        if (data instanceof DataArray array) {
            List<Object> items = new ArrayList<>(array.items().size());
            for (Data item : array.items()) {
                items.add(of(item));
            }
            return new PyList(items);
        }
        if (data instanceof DataNumber number) {
            return number(number);
        }
        if (data instanceof DataBoolean truth) {
            return truth.asBoolean().orElse(false);
        }
        return None.NONE;
    }

    private static PyDict dict(DataObject object) {
        PyDict dict = new PyDict(object.size());
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            dict.put(member.getKey(), of(member.getValue()));
        }
        return dict;
    }

    private static Object number(DataNumber number) {
        if (!number.isInteger()) {
            return number.text().equals("-Infinity") ? Double.NEGATIVE_INFINITY : number.doubleValue();
        }
        return Numbers.of(new BigInteger(number.text()));
    }
}
