package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.Fault.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A cluster whose requests can be made to fail. */
public final class FaultyApi implements ObjectApi {

    private final ObjectApi cluster;
    private final List<Fault> armed = new ArrayList<>();

    /** A cluster that works until a fault is armed. */
    public FaultyApi(ObjectApi cluster) {
        this.cluster = cluster;
    }

    /** Lets the next matching requests fail. Faults armed earlier are used up first. */
    public void arm(Fault fault) {
        armed.add(fault);
    }

    private void pass(Verb verb, ObjectKey key) {
        for (Fault fault : List.copyOf(armed)) {
            if (fault.verb() == verb
                    && fault.kind().equals(key.kind())
                    && key.name().startsWith(fault.namePrefix())) {
                use(fault);
                if (fault.skipped() == 0) {
                    throw new ApiException(fault.errorFor(key.name()));
                }
            }
        }
    }

    private void use(Fault fault) {
        int index = armed.indexOf(fault);
        armed.remove(index);
        fault.next().ifPresent(rest -> armed.add(index, rest));
    }

    @Override
    public Optional<DataObject> find(ObjectKey key) {
        pass(Verb.GET, key);
        return cluster.find(key);
    }

    @Override
    public List<DataObject> list(String kind, Selection selection) {
        pass(Verb.LIST, new ObjectKey(kind, selection.namespace().orElse(""), ""));
        return cluster.list(kind, selection);
    }

    @Override
    public Optional<DataObject> findNewestRelease(ObjectKey plan, Instant notAfter, Predicate<DataObject> wanted) {
        pass(Verb.LIST, new ObjectKey("Release", plan.namespace(), ""));
        return cluster.findNewestRelease(plan, notAfter, wanted);
    }

    @Override
    public DataObject create(DataObject object) {
        ObjectKey key = ObjectKey.of(object);
        String name = key.name().isEmpty()
                ? object.findText("metadata", "generateName").orElse("")
                : key.name();
        pass(Verb.CREATE, new ObjectKey(key.kind(), key.namespace(), name));
        return cluster.create(object);
    }

    @Override
    public DataObject update(DataObject object) {
        pass(Verb.PATCH, ObjectKey.of(object));
        return cluster.update(object);
    }

    @Override
    public DataObject updateStatus(DataObject object) {
        pass(Verb.PATCH_STATUS, ObjectKey.of(object));
        return cluster.updateStatus(object);
    }

    @Override
    public DataObject patch(ObjectKey key, DataObject patch) {
        pass(Verb.PATCH, key);
        return cluster.patch(key, patch);
    }

    @Override
    public DataObject patchStatus(ObjectKey key, DataObject patch) {
        pass(Verb.PATCH_STATUS, key);
        return cluster.patchStatus(key, patch);
    }

    @Override
    public void delete(ObjectKey key) {
        pass(Verb.DELETE, key);
        cluster.delete(key);
    }
}
