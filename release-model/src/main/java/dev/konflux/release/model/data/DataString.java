package dev.konflux.release.model.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A string value. */
public final class DataString extends Data {

    private final String text;

    DataString(String text, Position position) {
        super(position);
        this.text = text;
    }

    /** The characters. */
    public String text() {
        return text;
    }

    @Override
    public DataKind kind() {
        return DataKind.STRING;
    }

    @Override
    public DataString at(Position place) {
        return new DataString(text, place);
    }

    @Override
    public Optional<String> asText() {
        return Optional.of(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataString that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
