package dev.konflux.release.model.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document: an object, array, string, number, boolean or null. Immutable. Equality is about values: positions do not count,
 * the order of an object's members does not count, the order of an array's items does.
 */
public abstract sealed class Data permits DataObject, DataArray, DataString, DataNumber, DataBoolean, DataNull {

    private final Position position;

    Data(Position position) {
        this.position = position;
    }

    /** The given text as a value. */
    public static DataString of(String text) {
        return new DataString(text, Position.UNKNOWN);
    }

    /** The given integer as a value. */
    public static DataNumber of(long number) {
        return DataNumber.whole(number);
    }

    /** The given integer as a value. */
    public static DataNumber of(BigInteger number) {
        return DataNumber.parse(number.toString());
    }

    /** The given decimal as a value; {@code 1.0} stays a number with a fraction. */
    public static DataNumber of(BigDecimal number) {
        return DataNumber.parse(number.toString());
    }

    /** The given truth value as a value. */
    public static DataBoolean of(boolean truth) {
        return truth ? DataBoolean.TRUE : DataBoolean.FALSE;
    }

    /** The explicit null, which is not the same as absence. */
    public static DataNull nothing() {
        return DataNull.NULL;
    }

    /** Where this value stood, or {@link Position#UNKNOWN}. */
    public final Position position() {
        return position;
    }

    /** Which of the six kinds this value is. */
    public abstract DataKind kind();

    /** The same value said to stand at another place. */
    public abstract Data at(Position place);

    /** The value reached by following member names; empty when a name is missing or something on the way is no object. */
    public final Optional<Data> find(String... names) {
        return Optional.ofNullable(reached(names));
    }

    private @Nullable Data reached(String... names) {
        Data here = this;
        for (String name : names) {
            Data next = here instanceof DataObject object ? object.member(name) : null;
            if (next == null) {
                return null;
            }
            here = next;
        }
        return here;
    }

    /** The text found by following member names; empty when there is none or it is no string. */
    public final Optional<String> findText(String... names) {
        return reached(names) instanceof DataString string ? string.asText() : Optional.empty();
    }

    /** The object found by following member names; empty when there is none or it is no object. */
    public final Optional<DataObject> findObject(String... names) {
        return reached(names) instanceof DataObject object ? object.asObject() : Optional.empty();
    }

    /** The items of the array found by following member names; no items when there is no such array. */
    public final List<Data> items(String... names) {
        return reached(names) instanceof DataArray array ? array.items() : List.of();
    }

    /** Those {@link #items} that are objects. */
    public final List<DataObject> objects(String... names) {
        return items(names).stream().flatMap(item -> item.asObject().stream()).toList();
    }

    /** This value if it is an object. */
    public Optional<DataObject> asObject() {
        return Optional.empty();
    }

    /** This value if it is an array. */
    public Optional<DataArray> asArray() {
        return Optional.empty();
    }

    /** The characters of this value if it is a string. */
    public Optional<String> asText() {
        return Optional.empty();
    }

    /** This value if it is a number. */
    public Optional<DataNumber> asNumber() {
        return Optional.empty();
    }

    /** The truth of this value if it is a boolean. */
    public Optional<Boolean> asBoolean() {
        return Optional.empty();
    }

    /** Whether this value is the explicit null. */
    public boolean isNull() {
        return false;
    }

    /** This value as compact JSON, members in their order. */
    @Override
    public final String toString() {
        return JsonText.compact().write(this);
    }
}
