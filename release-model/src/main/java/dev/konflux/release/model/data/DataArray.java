package dev.konflux.release.model.data;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An array of values in document order. */
public final class DataArray extends Data implements Iterable<Data> {

    private static final DataArray EMPTY = new DataArray(ImmutableList.of(), Position.UNKNOWN);

    private final ImmutableList<Data> items;

    private DataArray(ImmutableList<Data> items, Position position) {
        super(position);
        this.items = items;
    }

    /** An array without items. */
    public static DataArray empty() {
        return EMPTY;
    }

    /** An array of the given items. */
    public static DataArray of(Data... items) {
        return new DataArray(ImmutableList.copyOf(items), Position.UNKNOWN);
    }

    /** An array of the given items in their order. */
    public static DataArray of(Iterable<? extends Data> items) {
        return new DataArray(ImmutableList.copyOf(items), Position.UNKNOWN);
    }

    /** An array of strings in the given order. */
    public static DataArray ofTexts(Iterable<String> texts) {
        ImmutableList.Builder<Data> items = ImmutableList.builder();
        texts.forEach(text -> items.add(Data.of(text)));
        return new DataArray(items.build(), Position.UNKNOWN);
    }

    /** The items; the list cannot be changed. */
    public List<Data> items() {
        return items;
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    /** Whether there is no item. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The array of the changed items, at the same place. */
    public DataArray map(UnaryOperator<Data> change) {
        ImmutableList.Builder<Data> changed = ImmutableList.builderWithExpectedSize(items.size());
        items.forEach(item -> changed.add(change.apply(item)));
        return new DataArray(changed.build(), position());
    }

    @Override
    public Iterator<Data> iterator() {
        return items.iterator();
    }

    @Override
    public DataKind kind() {
        return DataKind.ARRAY;
    }

    @Override
    public DataArray at(Position place) {
        return new DataArray(items, place);
    }

    @Override
    public Optional<DataArray> asArray() {
        return Optional.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DataArray that && items.equals(that.items));
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
