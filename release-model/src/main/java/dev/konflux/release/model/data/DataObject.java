package dev.konflux.release.model.data;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object: named members in document order. */
public final class DataObject extends Data {

    private static final DataObject EMPTY = new DataObject(ImmutableMap.of(), ImmutableMap.of(), Position.UNKNOWN);

    private final Map<String, Data> members;
    private final ImmutableMap<String, Position> namePositions;

    private DataObject(Map<String, Data> members, ImmutableMap<String, Position> namePositions, Position position) {
        super(position);
        this.members = members;
        this.namePositions = namePositions;
    }

    private static Map<String, Data> copyOf(Map<String, ? extends Data> members) {
        return members.size() <= FewMembers.MOST ? FewMembers.of(members) : ImmutableMap.copyOf(members);
    }

    /** An object without members. */
    public static DataObject empty() {
        return EMPTY;
    }

    /** An object of the given members in their order. */
    public static DataObject of(Map<String, ? extends Data> members) {
        return new DataObject(copyOf(members), ImmutableMap.of(), Position.UNKNOWN);
    }

    /** An object of one member. */
    public static DataObject of(String name, Data value) {
        return new DataObject(FewMembers.of(name, value), ImmutableMap.of(), Position.UNKNOWN);
    }

    /** An object of two members. */
    public static DataObject of(String name1, Data value1, String name2, Data value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /** Collects members in order. */
    public static Builder builder() {
        return new Builder();
    }

    /** The members by name in document order; the map cannot be changed. */
    public Map<String, Data> members() {
        return members;
    }

    /** The names in document order. */
    public Set<String> names() {
        return members.keySet();
    }

    /** The member of that name, or null when there is none; an explicit null is a {@link DataNull}. */
    public @Nullable Data member(String name) {
        return members.get(name);
    }

    /** Whether there is a member of that name, be it an explicit null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** How many members there are. */
    public int size() {
        return members.size();
    }

    /** Whether there is no member. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Where the name of a member stood; the object's own place when that is not known. */
    public Position positionOfName(String name) {
        Position known = namePositions.get(name);
        return known == null ? position() : known;
    }

    /** This object with the member set: replaced in its place, or added at the end. */
    @SuppressWarnings("ReferenceEquality") // an equal value may stand at another place
    public DataObject with(String name, Data value) {
        Data before = members.get(name);
        if (before == value) {
            return this;
        }
        boolean staysSmall = members.size() < FewMembers.MOST || before != null;
        Map<String, Data> changed =
                members instanceof FewMembers few && staysSmall ? few.with(name, value) : copied(name, value);
        return new DataObject(changed, namePositions, position());
    }

    private Map<String, Data> copied(String name, Data value) {
        ImmutableMap.Builder<String, Data> changed = ImmutableMap.builderWithExpectedSize(members.size() + 1);
        for (Map.Entry<String, Data> member : members.entrySet()) {
            changed.put(member.getKey(), member.getKey().equals(name) ? value : member.getValue());
        }
        if (!has(name)) {
            changed.put(name, value);
        }
        return changed.buildOrThrow();
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
        return with(first, below(members.get(first), rest, 0, value));
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
        Builder builder = new Builder();
        builder.members.putAll(members);
        builder.namePositions.putAll(namePositions);
        builder.position = position();
        return builder;
    }

    @Override
    public DataKind kind() {
        return DataKind.OBJECT;
    }

    @Override
    public DataObject at(Position place) {
        return new DataObject(members, namePositions, place);
    }

    @Override
    public Optional<DataObject> asObject() {
        return Optional.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DataObject that && members.equals(that.members));
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Collects the members of an object. A name that is put again keeps its place and takes the new value. */
    public static final class Builder {

        private final Map<String, Data> members = new LinkedHashMap<>();
        private final Map<String, Position> namePositions = new LinkedHashMap<>();
        private Position position = Position.UNKNOWN;

        private Builder() {}

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

        /** Sets a member whose name stood at the given place. */
        @CanIgnoreReturnValue
        public Builder put(String name, Position place, Data value) {
            namePositions.put(name, place);
            return put(name, value);
        }

        /** Sets all members of another object. */
        @CanIgnoreReturnValue
        public Builder putAll(DataObject other) {
            namePositions.putAll(other.namePositions);
            members.putAll(other.members);
            return this;
        }

        /** Takes a member out, if it is there. */
        @CanIgnoreReturnValue
        public Builder remove(String name) {
            members.remove(name);
            namePositions.remove(name);
            return this;
        }

        /** Whether a member of that name was put. */
        public boolean has(String name) {
            return members.containsKey(name);
        }

        /** Says where the object stood. */
        @CanIgnoreReturnValue
        public Builder at(Position place) {
            this.position = place;
            return this;
        }

        /** The object collected so far. */
        public DataObject build() {
            return new DataObject(copyOf(members), ImmutableMap.copyOf(namePositions), position);
        }
    }
}
