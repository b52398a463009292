package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads members where null, false, zero and empty values count as missing, and anything else has to be of the right kind. */
record Fields(DataObject object, DataPath path) {

    static Fields of(Data value, DataPath path) {
        return new Fields(
                value.asObject().orElseThrow(() -> ReleaseDataException.unexpected(path, value, "an object")), path);
    }

    Fields object(String name) {
        return given(name)
                .map(value -> of(value, path.member(name)))
                .orElseGet(() -> new Fields(DataObject.empty(), path.member(name)));
    }

    List<Data> items(String name) {
        return given(name)
                .map(value -> value.asArray()
                        .map(DataArray::items)
                        .orElseThrow(() -> ReleaseDataException.unexpected(path.member(name), value, "an array")))
                .orElse(List.of());
    }

    List<String> texts(String name) {
        List<Data> items = items(name);
        DataPath place = path.member(name);
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i)
                        .asText()
                        .orElseThrow(() -> ReleaseDataException.unexpected(place.item(i), items.get(i), "a string")))
                .toList();
    }

    String text(String name) {
        return given(name)
                .map(value -> value.asText()
                        .orElseThrow(() -> ReleaseDataException.unexpected(path.member(name), value, "a string")))
                .orElse("");
    }

    Optional<Data> given(String name) {
        return object.find(name).filter(PythonEquality::isTrue);
    }
}
