package dev.konflux.release.testkit.store;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;
import java.util.Set;

/** Fields by which objects are selected. */
final class Fields {

    private static final Splitter DOTS = Splitter.on('.');
    private static final Set<String> OF_RELEASES = ImmutableSet.of("spec.releasePlan", "spec.snapshot");

    private Fields() {}

    /** The fields of a kind, all of its spec, that are kept in an index, as the operator's cache keeps them. */
    static Set<String> indexed(String kind) {
        return kind.equals("Release") ? OF_RELEASES : ImmutableSet.of();
    }

    static Optional<String> text(DataObject object, String path) {
        Optional<Data> value = Optional.of(object);
        for (String name : DOTS.split(path)) {
            value = value.flatMap(here -> here.find(name));
        }
        return value.flatMap(Data::asText);
    }
}
