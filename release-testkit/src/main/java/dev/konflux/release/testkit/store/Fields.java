package dev.konflux.release.testkit.store;

import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;
import java.util.Set;

/** Fields by which objects are selected. */
final class Fields {

    private static final Set<String> OF_RELEASES = ImmutableSet.of("spec.releasePlan", "spec.snapshot");

    private Fields() {}

    /** The fields of a kind that are kept in an index, as the operator's cache keeps them. */
    static Set<String> indexed(String kind) {
        return kind.equals("Release") ? OF_RELEASES : ImmutableSet.of();
    }

    static Optional<String> text(DataObject object, String path) {
        String[] names = path.split("\\.", -1);
        return object.findText(names);
    }
}
