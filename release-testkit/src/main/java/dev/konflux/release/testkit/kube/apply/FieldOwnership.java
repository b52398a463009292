package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.apply.Fields.Differences;
import dev.konflux.release.testkit.kube.apply.ManagedFields.Owner;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.WriteRequest;
import dev.konflux.release.testkit.store.WriteRequest.Operation;
import dev.konflux.release.testkit.store.Writer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Keeps {@code metadata.managedFields} of every object that is written. The last step of an admission. */
public final class FieldOwnership implements AdmissionChain {

    private static final String METADATA = "metadata";
    private static final String MANAGED = "managedFields";
    private static final String STATUS = Element.field("status");

    /** Metadata that belongs to the server. */
    private static final List<String> NOBODYS = List.of(
            "name", "namespace", "creationTimestamp", "selfLink", "uid", "generation", MANAGED, "resourceVersion");

    private final BiFunction<String, String, Shape> shapes;

    /**
     * Ownership by the shapes of the kinds.
     *
     * @param shapes the shape of the objects of an {@code apiVersion} and a kind
     */
    public FieldOwnership(BiFunction<String, String, Shape> shapes) {
        this.shapes = shapes;
    }

    Shape shapeOf(DataObject object) {
        return shapes.apply(
                object.findText("apiVersion").orElse(""),
                object.findText("kind").orElse(""));
    }

    @Override
    public DataObject admit(WriteRequest request) {
        DataObject object = request.object();
        ManagedFields before = before(request);
        boolean isKept = request.operation() == Operation.CREATE
                || request.writer().applied().isPresent()
                || !before.entries().isEmpty();
        return isKept ? with(object, after(request, before)) : with(object, before);
    }

    private static ManagedFields before(WriteRequest request) {
        return request.writer().forgetsOwners()
                ? new ManagedFields(List.of())
                : ManagedFields.of(request.oldObject().orElse(DataObject.empty()));
    }

    private static DataObject with(DataObject object, ManagedFields managed) {
        DataObject metadata = object.findObject(METADATA).orElse(DataObject.empty());
        return object.with(
                METADATA,
                managed.entries().isEmpty() ? metadata.without(MANAGED) : metadata.with(MANAGED, managed.toData()));
    }

    private ManagedFields after(WriteRequest request, ManagedFields before) {
        Writer writer = request.writer();
        String now = request.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Shape shape = shapeOf(request.object());
        DataObject old = request.oldObject().orElse(DataObject.empty());
        Differences differences = Fields.between(old, request.object(), shape);
        FieldSet changed = someones(differences.changed(), request.operation());
        FieldSet removed = someones(differences.removed(), request.operation());
        Owner owner = owner(writer, request.operation(), request.object());
        FieldSet mine = writer.applied()
                .map(config -> someones(Fields.setBy(config, shape), request.operation()))
                .orElseGet(() -> before.fieldsOf(owner).union(changed).minus(removed));
        ManagedFields known = before.entries().isEmpty() && writer.applied().isPresent()
                ? beforeFirstApply(request, shape, now)
                : before;
        ManagedFields after = known.others(
                        owner, fields -> fields.minus(changed).minus(removed), now)
                .with(owner, mine, now);
        return writer.applied().isPresent() ? after : AncientChanges.in(after);
    }

    static Owner owner(Writer writer, Operation operation, DataObject object) {
        return new Owner(
                writer.manager(),
                writer.applied().isPresent() ? ManagedFields.APPLY : ManagedFields.UPDATE,
                writer.apiVersion().isEmpty() ? object.findText("apiVersion").orElse("") : writer.apiVersion(),
                operation == Operation.UPDATE_STATUS ? "status" : "");
    }

    /** An object without a book belongs to nobody in particular before somebody applies to it. */
    private static ManagedFields beforeFirstApply(WriteRequest request, Shape shape, String now) {
        Optional<DataObject> old = request.oldObject();
        if (old.isEmpty()) {
            return new ManagedFields(List.of());
        }
        FieldSet all =
                someones(Fields.between(DataObject.empty(), old.get(), shape).changed(), Operation.CREATE);
        Owner nobody = new Owner(
                "before-first-apply",
                ManagedFields.UPDATE,
                old.get().findText("apiVersion").orElse(""),
                "");
        return new ManagedFields(List.of()).with(nobody, all, now);
    }

    /** What may have an owner: not what the server decides, nor what the request cannot write. */
    static FieldSet someones(FieldSet fields, Operation operation) {
        if (operation == Operation.UPDATE_STATUS) {
            return fields.only(STATUS);
        }
        String metadata = Element.field(METADATA);
        FieldSet inner = fields.below(metadata).withoutSelf();
        for (String name : NOBODYS) {
            inner = inner.without(Element.field(name));
        }
        FieldSet kept = fields.without(Element.field("apiVersion"))
                .without(Element.field("kind"))
                .with(metadata, inner)
                .withoutSelf();
        return operation == Operation.UPDATE ? kept.without(STATUS) : kept;
    }
}
