package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value together with its path. Reads documents one cannot trust: where something else stands than a task needs, a {@link
 * ReleaseDataException} names the place and the expectation.
 *
 * @param value the value
 * @param path how it is reached from the document's root
 */
public record Located(Data value, DataPath path) {

    /** A document's root. */
    public static Located root(Data value) {
        return new Located(value, DataPath.ROOT);
    }

    /** This value, which must be an object. */
    public DataObject object() {
        return value.asObject().orElseThrow(() -> unexpected("an object"));
    }

    /** This value's characters, which must be a string. */
    public String text() {
        return value.asText().orElseThrow(() -> unexpected("a string"));
    }

    /** The items of this value, which must be an array. */
    public List<Located> items() {
        List<Data> items = value.asArray().map(DataArray::items).orElseThrow(() -> unexpected("an array"));
        List<Located> located = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            located.add(new Located(items.get(i), path.item(i)));
        }
        return located;
    }

    /** The member of that name, if there is one; this value must be an object. */
    public Optional<Located> find(String name) {
        Data member = object().member(name);
        return member == null ? Optional.empty() : Optional.of(new Located(member, path.member(name)));
    }

    /** The member of that name, which must be there. */
    public Located require(String name) {
        return find(name)
                .orElseThrow(() -> new ReleaseDataException(
                        path.member(name), value.position(), "is missing, and the release notes need it"));
    }

    /** The member of that name, an empty object when there is none; anything else than an object is refused. */
    public Located objectOrEmpty(String name) {
        Located member = find(name).orElseGet(() -> new Located(DataObject.empty(), path.member(name)));
        member.object();
        return member;
    }

    /** The items of the member of that name, none when there is no such member; anything else than an array is refused. */
    public List<Located> itemsOf(String name) {
        return find(name).map(Located::items).orElse(List.of());
    }

    /** The member of that name, or the given value in its place. */
    public Data orElse(String name, Data absent) {
        return find(name).map(Located::value).orElse(absent);
    }

    /** The member of that name when Python takes it for true: neither missing nor null, false, zero or empty. */
    public Optional<Located> findTrue(String name) {
        return find(name).filter(Located::isTrue);
    }

    /** Whether Python takes the value for true. */
    public boolean isTrue() {
        return PythonEquality.isTrue(value);
    }

    /** The complaint that something else was expected here. */
    public ReleaseDataException unexpected(String expectation) {
        return ReleaseDataException.unexpected(path, value, expectation);
    }

    /** A complaint about this place. */
    public ReleaseDataException problem(String problem) {
        return new ReleaseDataException(path, value.position(), problem);
    }
}
