package dev.konflux.release.examples.rehearsal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of the rehearsal, for people as rows of cells and for machines as a value. Neighbouring rows of several cells are aligned as a
 * table.
 *
 * @param key name of the part in the JSON form
 * @param title heading of the part
 * @param rows what people read
 * @param data what machines read
 */
record Section(String key, String title, List<List<Cell>> rows, Data data) {

    Section {
        rows = List.copyOf(rows);
    }

    static Builder builder(String key, String title) {
        return new Builder(key, title);
    }

    /** Collects rows. */
    static final class Builder {
        private final String key;
        private final String title;
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(String key, String title) {
            this.key = key;
            this.title = title;
        }

        @CanIgnoreReturnValue
        Builder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        /** Adds the lines of a text as they are. */
        @CanIgnoreReturnValue
        Builder lines(String text) {
            text.lines().forEach(line -> row(Cell.plain(line)));
            return this;
        }

        Section build(Data data) {
            return new Section(key, title, rows, data);
        }

        Section build() {
            return build(DataObject.empty());
        }
    }
}
