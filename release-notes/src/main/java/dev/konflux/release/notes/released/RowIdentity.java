package dev.konflux.release.notes.released;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.notes.content.ContentType;
import java.util.Optional;
import java.util.Set;

/** By what rows of a content type are known again. */
enum RowIdentity {
    /** By image, tags and repository; absent equals null. */
    IMAGE {
        @Override
        Optional<Object> publishedKey(DataObject row) {
            return Optional.of(PublishedRows.imageKey(row));
        }

        @Override
        boolean isUnpublished(DataObject row, Set<Object> published) {
            return !published.contains(PublishedRows.imageKey(row));
        }
    },
    /** By package URL without checksum; rows without package URL are never published. */
    FILE {
        @Override
        Optional<Object> publishedKey(DataObject row) {
            return packageUrl(row).map(PublishedRows::fileKey);
        }

        @Override
        boolean isUnpublished(DataObject row, Set<Object> published) {
            Optional<Object> key = publishedKey(row);
            return key.isPresent() && !published.contains(key.get());
        }
    },
    /** By package URL; rows without package URL are always new. */
    PACKAGE {
        @Override
        Optional<Object> publishedKey(DataObject row) {
            return packageUrl(row).map(PythonEquality::key);
        }

        @Override
        boolean isUnpublished(DataObject row, Set<Object> published) {
            Optional<Object> key = publishedKey(row);
            return key.isEmpty() || !published.contains(key.get());
        }
    };

    static RowIdentity forType(ContentType type) {
        if (type.equals(ContentType.GENERIC) || type.equals(ContentType.BINARY)) {
            return FILE;
        }
        return type.equals(ContentType.RPM) || type.equals(ContentType.DISK_IMAGE) ? PACKAGE : IMAGE;
    }

    abstract Optional<Object> publishedKey(DataObject row);

    abstract boolean isUnpublished(DataObject row, Set<Object> published);

    private static Optional<Data> packageUrl(DataObject row) {
        return row.find("purl").filter(url -> !url.isNull());
    }
}
