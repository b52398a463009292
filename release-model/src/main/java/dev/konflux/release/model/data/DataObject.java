package dev.konflux.release.model.data;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object: named members in document order. */
public final class DataObject extends Data {

    private static final String[] NO_NAMES = {};
    private static final Data[] NO_VALUES = {};
    private static final DataObject EMPTY = of(ImmutableMap.of());

    private final String[] names;
    private final Data[] values;
    private final @Nullable Map<String, Integer> places;
    private final ImmutableMap<String, Position> namePositions;

    private DataObject(String[] names, Data[] values, ImmutableMap<String, Position> namePositions, Position position) {
        this(names, values, Names.places(names), namePositions, position);
    }

    private DataObject(
            String[] names,
            Data[] values,
            @Nullable Map<String, Integer> places,
            ImmutableMap<String, Position> namePositions,
            Position position) {
        super(position);
        this.names = names;
        this.values = values;
        this.places = places;
        this.namePositions = namePositions;
    }

    /** An object without members. */
    public static DataObject empty() {
        return EMPTY;
    }

    /** An object of the given members in their order. */
    public static DataObject of(Map<String, ? extends Data> members) {
        Builder builder = builder();
        members.forEach(builder::put);
        return builder.build();
    }

    /** An object of one member. */
    public static DataObject of(String name, Data value) {
        return EMPTY.with(name, value);
    }

    /** An object of two members. */
    public static DataObject of(String name1, Data value1, String name2, Data value2) {
        return of(name1, value1).with(name2, value2);
    }

    /** Collects members in order. */
    public static Builder builder() {
        return new Builder(NO_NAMES, NO_VALUES);
    }

    /** The members by name in document order; the map cannot be changed. */
    public Map<String, Data> members() {
        return new MemberView(this, names, values);
    }

    /** The names in document order. */
    public Set<String> names() {
        return members().keySet();
    }

    /** The member of that name, or null when there is none; an explicit null is a {@link DataNull}. */
    public @Nullable Data member(String name) {
        int index = indexOf(name);
        return index < 0 ? null : values[index];
    }

    private int indexOf(String name) {
        return places == null ? Names.indexOf(name, names, names.length) : places.getOrDefault(name, -1);
    }

    /** Whether there is a member of that name, be it an explicit null. */
    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** How many members there are. */
    public int size() {
        return names.length;
    }

    /** Whether there is no member. */
    public boolean isEmpty() {
        return names.length == 0;
    }

    /** Where the name of a member stood; the object's own place when that is not known. */
    public Position positionOfName(String name) {
        Position known = namePositions.get(name);
        return known == null ? position() : known;
    }

    /** This object with the member set: replaced in its place, or added at the end. */
    @SuppressWarnings("ReferenceEquality") // an equal value may stand at another place
    public DataObject with(String name, Data value) {
        int index = indexOf(name);
        if (index < 0) {
            return withMore(name, value);
        }
        if (values[index] == value) {
            return this;
        }
        Data[] changed = values.clone();
        changed[index] = Objects.requireNonNull(value);
        return new DataObject(names, changed, places, namePositions, position());
    }

    private DataObject withMore(String name, Data value) {
        int size = names.length;
        String[] moreNames = Arrays.copyOf(names, size + 1);
        Data[] moreValues = Arrays.copyOf(values, size + 1);
        moreNames[size] = Objects.requireNonNull(name);
        moreValues[size] = Objects.requireNonNull(value);
        return new DataObject(moreNames, moreValues, namePositions, position());
    }

    /** This object without the member of that name. */
    public DataObject without(String name) {
        if (!has(name)) {
            return this;
        }
        return toBuilder().remove(name).build();
    }

    /**
     * This object with the value set below nested objects, which are made where they are missing; whatever stands on the way and is no
     * object is replaced by one.
     */
    public DataObject withPath(Data value, String first, String... rest) {
        return with(first, below(member(first), rest, 0, value));
    }

    private static Data below(@Nullable Data known, String[] path, int from, Data value) {
        if (from == path.length) {
            return value;
        }
        DataObject object = known instanceof DataObject there ? there : EMPTY;
        return object.with(path[from], below(object.member(path[from]), path, from + 1, value));
    }

    /** A builder that starts with these members and this place. */
    public Builder toBuilder() {
        Builder builder = new Builder(names, values);
        builder.positions(namePositions);
        return builder.at(position());
    }

    @Override
    public DataKind kind() {
        return DataKind.OBJECT;
    }

    @Override
    public DataObject at(Position place) {
        return new DataObject(names, values, places, namePositions, place);
    }

    @Override
    public Optional<DataObject> asObject() {
        return Optional.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DataObject that && hasMembersOf(that));
    }

    private boolean hasMembersOf(DataObject that) {
        if (names.length != that.names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!values[i].equals(that.member(names[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return members().hashCode();
    }

    /** Collects the members of an object. A name that is put again keeps its place and takes the new value. */
    public static final class Builder {

        private final MemberList members;
        private Map<String, Position> namePositions = ImmutableMap.of();
        private Position position = Position.UNKNOWN;

        private Builder(String[] names, Data[] values) {
            this.members = new MemberList(names, values);
        }

        /** Sets a member. */
        @CanIgnoreReturnValue
        public Builder put(String name, Data value) {
            members.put(name, value);
            return this;
        }

        /** Sets a text member. */
        @CanIgnoreReturnValue
        public Builder put(String name, String text) {
            return put(name, Data.of(text));
        }

        /** Sets a boolean member. */
        @CanIgnoreReturnValue
        public Builder put(String name, boolean truth) {
            return put(name, Data.of(truth));
        }

        /** Sets an integer member. */
        @CanIgnoreReturnValue
        public Builder put(String name, long number) {
            return put(name, Data.of(number));
        }

        /** Sets a member whose name stood at the given place, which need not be known. */
        @CanIgnoreReturnValue
        public Builder put(String name, Position place, Data value) {
            if (!place.equals(Position.UNKNOWN)) {
                positions(Map.of(name, place));
            }
            return put(name, value);
        }

        /** Sets all members of another object. */
        @CanIgnoreReturnValue
        public Builder putAll(DataObject other) {
            positions(other.namePositions);
            other.members().forEach(members::put);
            return this;
        }

        /** Most objects are made by a program, and have no positions. */
        private void positions(Map<String, Position> more) {
            if (!more.isEmpty()) {
                namePositions = namePositions.isEmpty() ? new LinkedHashMap<>() : namePositions;
                namePositions.putAll(more);
            }
        }

        /** Takes a member out, if it is there. */
        @CanIgnoreReturnValue
        public Builder remove(String name) {
            members.remove(name);
            if (!namePositions.isEmpty()) {
                namePositions.remove(name);
            }
            return this;
        }

        /** Whether a member of that name was put. */
        public boolean has(String name) {
            return members.has(name);
        }

        /** Says where the object stood. */
        @CanIgnoreReturnValue
        public Builder at(Position place) {
            this.position = place;
            return this;
        }

        /** The object collected so far. */
        public DataObject build() {
            return new DataObject(members.names(), members.values(), ImmutableMap.copyOf(namePositions), position);
        }
    }
}
