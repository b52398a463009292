package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object inside a resource, read in the words of its fields. It is kept whole, so fields nobody knows survive. */
public abstract class Part {

    private final DataObject data;

    Part(DataObject data) {
        this.data = data;
    }

    /** The whole object. */
    public final DataObject data() {
        return data;
    }

    /** Where it stood in its document. */
    public final Position position() {
        return data.position();
    }

    final String text(String... path) {
        return data.findText(path).orElse("");
    }

    static <P> List<P> parts(DataObject owner, Function<DataObject, P> reader, String... path) {
        return owner.items(path).stream()
                .flatMap(item -> item.asObject().stream())
                .map(reader)
                .toList();
    }

    static List<String> texts(DataObject owner, String... path) {
        return owner.items(path).stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }

    static Optional<Boolean> truth(DataObject owner, String... path) {
        return owner.find(path).flatMap(Data::asBoolean);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Part that && getClass() == that.getClass() && data.equals(that.data);
    }

    @Override
    public final int hashCode() {
        return data.hashCode();
    }

    /** The object as JSON. */
    @Override
    public final String toString() {
        return data.toString();
    }
}
