package dev.konflux.release.model.data;

import org.jspecify.annotations.Nullable;

/** The explicit null. Absence is expressed by a member not being there. */
public final class DataNull extends Data {

    static final DataNull NULL = new DataNull(Position.UNKNOWN);

    private DataNull(Position position) {
        super(position);
    }

    @Override
    public DataKind kind() {
        return DataKind.NULL;
    }

    @Override
    public DataNull at(Position place) {
        return new DataNull(place);
    }

    @Override
    public boolean isNull() {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataNull;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
