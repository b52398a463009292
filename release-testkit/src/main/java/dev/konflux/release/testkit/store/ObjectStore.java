package dev.konflux.release.testkit.store;

import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.WriteRequest.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The objects of a cluster. Every write passes the admission chain, gets a new resource version and is told to the watchers, in order and
 * before the write returns. Not for several threads at a time; the same writes at the same times give the same store.
 */
public final class ObjectStore implements ObjectReader {

    /** What the API server cuts the prefix of a generated name to, so that the name stays below 64 characters. */
    private static final int LONGEST_PREFIX = 58;

    private final InstantSource clock;
    private final NameSource names;
    private final AdmissionChain admission;
    private final StoredObjects objects = new StoredObjects();
    private final Set<ObjectKey> restored = new HashSet<>();
    private final Map<String, ResourceType> types = new HashMap<>();
    private final List<Consumer<WatchEvent>> watchers = new ArrayList<>();
    private AdmissionChain lastStep = AdmissionChain.open();
    private long version;
    private long created;

    /** An empty store. */
    public ObjectStore(InstantSource clock, NameSource names, AdmissionChain admission) {
        this.clock = clock;
        this.names = names;
        this.admission = admission;
    }

    /** The cluster as that user sees it. */
    public ObjectApi as(String user) {
        return as(Writer.of(user));
    }

    /** The cluster as that writer sees it. */
    public ObjectApi as(Writer writer) {
        return new UserApi(this, writer);
    }

    /** Lets later writes take a further step behind the admission chain. */
    public void finishWith(AdmissionChain step) {
        lastStep = lastStep.then(step);
    }

    /** Teaches the store a kind that {@link ResourceTypes} does not know. */
    public void register(ResourceType type) {
        types.put(type.kind(), type);
    }

    private ResourceType type(String kind) {
        ResourceType registered = types.get(kind);
        return registered == null ? ResourceTypes.of(kind) : registered;
    }

    /** A store with the same objects and the same admission that nobody watches: for writes that are only tried. */
    public ObjectStore rehearsal() {
        ObjectStore copy = new ObjectStore(clock, names, admission);
        objects.forEach(object -> copy.objects.put(ObjectKey.of(object), object));
        copy.restored.addAll(restored);
        copy.types.putAll(types);
        copy.lastStep = lastStep;
        copy.version = version;
        copy.created = created;
        return copy;
    }

    /**
     * Puts an object there as it is, status and all, as from another cluster: no admission is asked, and what is missing is not made up
     * but for the creation time. Watchers are told.
     */
    @CanIgnoreReturnValue
    public DataObject restore(DataObject object) {
        ObjectKey key = ObjectKey.of(object);
        DataObject dated = object.find("metadata", "creationTimestamp").isPresent()
                ? object
                : object.withPath(Data.of(Metadata.timestamp(clock.instant())), "metadata", "creationTimestamp");
        restored.add(key);
        return store(key, dated, find(key));
    }

    /** Tells the watcher of every change from now on. */
    public void watch(Consumer<WatchEvent> watcher) {
        watchers.add(watcher);
    }

    /** The time by which the store stamps its objects. */
    public Instant now() {
        return clock.instant();
    }

    /** The version of the latest write. */
    public long version() {
        return version;
    }

    @Override
    public Optional<DataObject> find(ObjectKey key) {
        return objects.find(key);
    }

    @Override
    public List<DataObject> list(String kind, Selection selection) {
        return objects.list(kind, selection);
    }

    @Override
    public Optional<DataObject> findNewestRelease(ObjectKey plan, Instant notAfter, Predicate<DataObject> wanted) {
        return objects.findNewestRelease(plan, notAfter, wanted);
    }

    DataObject create(Writer writer, DataObject given) {
        ResourceType type = type(ObjectKey.of(given).kind());
        DataObject object = type.hasStatus() ? given.without("status") : given;
        String name = nameFor(object);
        object = object.with(
                "metadata",
                Metadata.created(Metadata.of(object), name, new UUID(0, ++created).toString(), clock.instant()));
        ObjectKey key = ObjectKey.of(object);
        DataObject admitted = admit(Operation.CREATE, writer, key, object, Optional.empty());
        if (find(key).isPresent()) {
            throw new ApiException(ApiError.alreadyExists(type, name));
        }
        return store(key, admitted, Optional.empty());
    }

    private String nameFor(DataObject object) {
        ObjectKey key = ObjectKey.of(object);
        String prefix = object.findText("metadata", "generateName").orElse("");
        if (!key.name().isEmpty()) {
            return key.name();
        }
        if (prefix.isEmpty()) {
            String problem = "Required value: name or generateName is required";
            throw new ApiException(new ApiError(
                    422,
                    "Invalid",
                    type(key.kind()).qualifiedKind() + " \"\" is invalid: metadata.name: " + problem,
                    List.of(new ApiError.Cause("metadata.name", "FieldValueRequired", problem))));
        }
        String cut = prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX));
        return cut + names.endingFor(key.kind(), key.namespace(), cut);
    }

    DataObject update(Writer writer, DataObject given) {
        ObjectKey key = ObjectKey.of(given);
        DataObject old = current(key, given);
        if (isSame(given, old) && writer.applied().isEmpty()) {
            return old;
        }
        DataObject object = type(key.kind()).hasStatus() ? withMember(given, "status", old) : given;
        object = object.with("metadata", Metadata.changed(Metadata.of(object), Metadata.of(old)));
        return replace(Operation.UPDATE, writer, key, object, old);
    }

    DataObject updateStatus(Writer writer, DataObject given) {
        ObjectKey key = ObjectKey.of(given);
        DataObject old = current(key, given);
        return replace(Operation.UPDATE_STATUS, writer, key, withMember(old, "status", given), old);
    }

    @SuppressWarnings("ReferenceEquality") // who writes back what he read changes nothing
    private static boolean isSame(DataObject given, DataObject stored) {
        return given == stored;
    }

    private static DataObject withMember(DataObject object, String name, DataObject source) {
        Data value = source.member(name);
        return value == null ? object.without(name) : object.with(name, value);
    }

    private DataObject replace(Operation operation, Writer writer, ObjectKey key, DataObject object, DataObject old) {
        if (object.equals(old) && writer.applied().isEmpty()) {
            return old;
        }
        DataObject admitted = admit(operation, writer, key, object, Optional.of(old));
        if (admitted.equals(old)) {
            return old;
        }
        if (Metadata.isMarkedForDeletion(admitted) && !Metadata.hasFinalizers(admitted)) {
            return remove(key, admitted);
        }
        boolean sameContents = operation == Operation.UPDATE_STATUS || haveSameContents(admitted, old);
        return store(key, sameContents ? admitted : nextGeneration(admitted), Optional.of(old));
    }

    private static boolean haveSameContents(DataObject one, DataObject other) {
        return Sets.union(one.names(), other.names()).stream()
                .filter(name -> !name.equals("metadata") && !name.equals("status"))
                .allMatch(name -> Objects.equals(one.member(name), other.member(name)));
    }

    private static DataObject nextGeneration(DataObject object) {
        long generation = object.find("metadata", "generation")
                .flatMap(Data::asNumber)
                .map(number -> number.asLong().orElse(0))
                .orElse(0L);
        return object.withPath(Data.of(generation + 1), "metadata", "generation");
    }

    void delete(ObjectKey key) {
        delete(key, get(key).items("metadata", "finalizers"));
    }

    /** Deletes an object whose finalizers are these from now on; it is only marked as long as there are any. */
    public void delete(ObjectKey key, List<Data> finalizers) {
        DataObject old = get(key);
        DataObject last = Metadata.withFinalizers(old, finalizers);
        if (!Metadata.hasFinalizers(last)) {
            remove(key, last);
        } else if (!Metadata.isMarkedForDeletion(last)) {
            store(key, nextGeneration(Metadata.marked(last, clock.instant())), Optional.of(old));
        } else if (!last.equals(old)) {
            store(key, last, Optional.of(old));
        }
    }

    private DataObject current(ObjectKey key, DataObject given) {
        DataObject old = get(key);
        String expected = Metadata.resourceVersion(given);
        if (!expected.isEmpty() && !expected.equals(Metadata.resourceVersion(old))) {
            throw new ApiException(ApiError.conflict(
                    type(key.kind()),
                    key.name(),
                    "the object has been modified; please apply your changes to the latest version and try again"));
        }
        return old;
    }

    private DataObject admit(
            Operation operation, Writer writer, ObjectKey key, DataObject object, Optional<DataObject> old) {
        boolean oldWasAdmitted = old.isPresent() && !restored.contains(key);
        WriteRequest request = new WriteRequest(
                operation, writer, type(key.kind()), object, old, oldWasAdmitted, this, clock.instant());
        return lastStep.admit(request.with(admission.admit(request)));
    }

    private DataObject store(ObjectKey key, DataObject object, Optional<DataObject> old) {
        DataObject stored = object.withPath(Data.of(Long.toString(++version)), "metadata", "resourceVersion");
        objects.put(key, stored);
        tell(new WatchEvent(old.isEmpty() ? WatchEvent.Type.ADDED : WatchEvent.Type.MODIFIED, stored, old));
        return stored;
    }

    private DataObject remove(ObjectKey key, DataObject last) {
        DataObject old = get(key);
        objects.remove(key);
        restored.remove(key);
        version++;
        tell(new WatchEvent(WatchEvent.Type.DELETED, last, Optional.of(old)));
        return last;
    }

    private void tell(WatchEvent event) {
        watchers.forEach(watcher -> watcher.accept(event));
    }
}
