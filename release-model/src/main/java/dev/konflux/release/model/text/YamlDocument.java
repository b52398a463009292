package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.Position;
import java.util.List;
import java.util.Optional;

/** One document of a YAML text. */
public sealed interface YamlDocument {

    /** Where the document begins, or where its fault is. */
    Position position();

    /** The document's value, if it could be read and is not empty. */
    Optional<Data> findData();

    /** A document with a value. */
    record Content(Data data, List<DuplicateKey> duplicateKeys) implements YamlDocument {

        /** Copies the list. */
        public Content {
            duplicateKeys = List.copyOf(duplicateKeys);
        }

        @Override
        public Position position() {
            return data.position();
        }

        @Override
        public Optional<Data> findData() {
            return Optional.of(data);
        }
    }

    /** A document of nothing but blanks, comments and separators, or an explicit null. */
    record Empty(Position position) implements YamlDocument {

        @Override
        public Optional<Data> findData() {
            return Optional.empty();
        }
    }

    /** A document that cannot be read. */
    record Broken(DataSyntaxException fault) implements YamlDocument {

        @Override
        public Position position() {
            return fault.position();
        }

        @Override
        public Optional<Data> findData() {
            return Optional.empty();
        }
    }
}
