package dev.konflux.release.kubernetes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents out of the maps, lists and scalars that a client has them in. They stood in no file, so findings about them name no line. */
final class PlainData {

    private PlainData() {}

    static DataObject object(Map<?, ?> members) {
        DataObject.Builder object = DataObject.builder();
        members.forEach((name, value) -> object.put(String.valueOf(name), data(value)));
        return object.build();
    }

    private static Data data(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return object(members);
        }
        if (value instanceof List<?> items) {
            return DataArray.of(items.stream().map(PlainData::data).toList());
        }
        if (value instanceof Boolean truth) {
            return Data.of(truth);
        }
        if (value instanceof Number number) {
            return DataNumber.parse(number.toString());
        }
        return value == null ? Data.nothing() : Data.of(value.toString());
    }
}
