package dev.konflux.release.testkit.surroundings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.pyxis.PyxisPublication;
import dev.konflux.release.notes.pyxis.PyxisRecords;
import dev.konflux.release.notes.pyxis.PyxisRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The catalog of repositories and images, Pyxis, held in memory. */
public final class CatalogInMemory implements PyxisRecords {

    private final Map<PyxisRepository, DataObject> records = new LinkedHashMap<>();
    private final List<DataObject> images = new ArrayList<>();

    /** Adds a repository that is published with the first push. */
    @CanIgnoreReturnValue
    public CatalogInMemory repository(String registry, String name) {
        return repository(registry, name, DataObject.of("publish_on_push", Data.of(true)));
    }

    /** Adds a repository with the given fields; it gets an {@code _id} where the fields have none. */
    @CanIgnoreReturnValue
    public synchronized CatalogInMemory repository(String registry, String name, DataObject fields) {
        DataObject.Builder record = DataObject.builder()
                .put("_id", "repository-" + (records.size() + 1))
                .put("registry", registry)
                .put("repository", name)
                .putAll(fields);
        records.put(new PyxisRepository(registry, name), record.build());
        return this;
    }

    @Override
    public Data of(PyxisRepository repository) {
        return find(repository).orElse(DataObject.empty());
    }

    /** The record of a repository. */
    public synchronized Optional<DataObject> find(PyxisRepository repository) {
        return Optional.ofNullable(records.get(repository));
    }

    /**
     * Changes a record and gives it back.
     *
     * @throws NoSuchElementException when there is none of that id
     */
    @CanIgnoreReturnValue
    public synchronized DataObject apply(PyxisPublication.Change change) {
        for (Map.Entry<PyxisRepository, DataObject> entry : records.entrySet()) {
            if (entry.getValue().findText("_id").filter(change.id()::equals).isPresent()) {
                entry.setValue(
                        entry.getValue().toBuilder().putAll(change.fields()).build());
                return entry.getValue();
            }
        }
        throw new NoSuchElementException("the catalog has no repository with the id " + change.id());
    }

    /** Adds an image and gives it back with its {@code _id}. */
    @CanIgnoreReturnValue
    public synchronized DataObject addImage(DataObject image) {
        DataObject stored = image.with("_id", Data.of("image-" + (images.size() + 1)));
        images.add(stored);
        return stored;
    }

    /** The images in the order in which they came. */
    public synchronized List<DataObject> images() {
        return List.copyOf(images);
    }
}
