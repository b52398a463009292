package dev.konflux.release.testkit.kube.apply;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.apply.ManagedFields.Entry;
import dev.konflux.release.testkit.kube.apply.ManagedFields.Owner;
import dev.konflux.release.testkit.store.WriteRequest.Operation;
import dev.konflux.release.testkit.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A configuration on its way onto a live object.
 *
 * @param object the live object with what the configuration sets, and without what the manager set before and nobody else wants
 * @param conflicts fields that others own with other values
 */
public record Application(DataObject object, List<Conflict> conflicts) {

    /** A field that somebody else owns. */
    public record Conflict(String owner, String path) {

        /** The words of its cause. */
        public String message() {
            return "conflict with " + owner;
        }
    }

    /** Keeps its own copy. */
    public Application {
        conflicts = ImmutableList.copyOf(conflicts);
    }

    /** What does not fit the schema of its kind; empty text when everything does. */
    public static String misfits(DataObject config, Shape shape) {
        return TypeCheck.faults(config, shape);
    }

    /**
     * Applies a configuration.
     *
     * @param writer who applies; the configuration is what he applied
     */
    public static Application of(DataObject live, Writer writer, Shape shape, Operation operation) {
        DataObject config = writer.applied().orElseThrow();
        Owner owner = FieldOwnership.owner(writer, operation, live);
        ManagedFields before = ManagedFields.of(live);
        FieldSet mine = FieldOwnership.someones(Fields.setBy(config, shape), operation);
        DataObject merged = object(Fields.merged(live, config, shape));
        FieldSet wanted =
                before.others(owner, fields -> fields, "").with(owner, mine, "").all();
        FieldSet dropped = before.fieldsOf(owner).minus(wanted.withParents());
        DataObject object = object(Fields.without(merged, shape, dropped));
        FieldSet changed =
                FieldOwnership.someones(Fields.between(live, object, shape).changed(), operation);
        return new Application(object, conflicts(before, owner, changed));
    }

    private static DataObject object(dev.konflux.release.model.data.Data value) {
        return value.asObject().orElse(DataObject.empty());
    }

    private static List<Conflict> conflicts(ManagedFields before, Owner owner, FieldSet changed) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Entry entry : before.entries()) {
            if (!entry.owner().equals(owner)) {
                String name = entry.owner().shown();
                entry.fields().intersection(changed).paths().forEach(path -> conflicts.add(new Conflict(name, path)));
            }
        }
        return conflicts;
    }

    /** The message of a refusal because of the conflicts; empty without any. */
    public Optional<String> refusal() {
        if (conflicts.isEmpty()) {
            return Optional.empty();
        }
        if (conflicts.size() == 1) {
            Conflict only = conflicts.get(0);
            return Optional.of("Apply failed with 1 conflict: " + only.message() + ": " + only.path());
        }
        String list = conflicts.stream()
                .map(Conflict::owner)
                .distinct()
                .sorted()
                .map(owner -> "conflicts with " + owner + ":\n" + pathsOf(owner))
                .collect(Collectors.joining("\n"));
        return Optional.of("Apply failed with " + conflicts.size() + " conflicts: " + list);
    }

    private String pathsOf(String owner) {
        return conflicts.stream()
                .filter(conflict -> conflict.owner().equals(owner))
                .map(conflict -> "- " + conflict.path())
                .collect(Collectors.joining("\n"));
    }
}
