package dev.konflux.release.model.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A boolean value. */
public final class DataBoolean extends Data {

    static final DataBoolean TRUE = new DataBoolean(true, Position.UNKNOWN);
    static final DataBoolean FALSE = new DataBoolean(false, Position.UNKNOWN);

    private final boolean truth;

    private DataBoolean(boolean truth, Position position) {
        super(position);
        this.truth = truth;
    }

    /** The truth value. */
    public boolean truth() {
        return truth;
    }

    @Override
    public DataKind kind() {
        return DataKind.BOOLEAN;
    }

    @Override
    public DataBoolean at(Position place) {
        return new DataBoolean(truth, place);
    }

    @Override
    public Optional<Boolean> asBoolean() {
        return Optional.of(truth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataBoolean that && truth == that.truth;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(truth);
    }
}
