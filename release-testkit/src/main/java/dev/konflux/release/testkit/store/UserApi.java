package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The store as one user sees it. */
final class UserApi implements ObjectApi {

    private final ObjectStore store;
    private final Writer writer;

    UserApi(ObjectStore store, Writer writer) {
        this.store = store;
        this.writer = writer;
    }

    @Override
    public Optional<DataObject> find(ObjectKey key) {
        return store.find(key);
    }

    @Override
    public List<DataObject> list(String kind, Selection selection) {
        return store.list(kind, selection);
    }

    @Override
    public Optional<DataObject> findNewestRelease(ObjectKey plan, Instant notAfter, Predicate<DataObject> wanted) {
        return store.findNewestRelease(plan, notAfter, wanted);
    }

    @Override
    public DataObject create(DataObject object) {
        return store.create(writer, object);
    }

    @Override
    public DataObject update(DataObject object) {
        return store.update(writer, object);
    }

    @Override
    public DataObject updateStatus(DataObject object) {
        return store.updateStatus(writer, object);
    }

    @Override
    public DataObject patch(ObjectKey key, DataObject patch) {
        return store.update(writer, patched(key, patch));
    }

    @Override
    public DataObject patchStatus(ObjectKey key, DataObject patch) {
        return store.updateStatus(writer, patched(key, patch));
    }

    /** A patch that names a resource version is refused when that is not the current one. */
    private DataObject patched(ObjectKey key, DataObject patch) {
        return MergePatch.apply(store.get(key), patch);
    }

    @Override
    public void delete(ObjectKey key) {
        store.delete(key);
    }
}
