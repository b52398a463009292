package dev.konflux.release.notes.released;

import com.google.common.collect.ImmutableSortedSet;
import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.releasedata.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves RPM packages out of a release. */
public final class RpmFilter {

    private RpmFilter() {}

    /** Whether a file is left out because its name contains one of the patterns; blank patterns match nothing. */
    public static boolean excludes(String fileName, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> !pattern.isBlank() && fileName.contains(pattern));
    }

    /**
     * The Snapshot's spec with the components that have unreleased packages, sorted by name, each with its packages as {@code
     * rpmsToPublish}.
     *
     * @param unreleased rows whose {@code name} is a component's
     * @param packages the packages by component
     */
    public static DataObject keepUnreleased(DataObject snapshot, List<Located> unreleased, DataObject packages) {
        Map<String, DataObject> components = new HashMap<>();
        for (Located component : Located.root(snapshot).itemsOf("components")) {
            component.object().findText("name").ifPresent(name -> components.put(name, component.object()));
        }
        List<Data> kept = new ArrayList<>();
        for (String name : namesOf(unreleased)) {
            Optional<Data> rpms = packages.find(name).filter(PythonEquality::isTrue);
            DataObject component = components.get(name);
            if (component != null && rpms.isPresent()) {
                kept.add(component.with("rpmsToPublish", rpms.get()));
            }
        }
        return snapshot.with("components", DataArray.of(kept));
    }

    private static ImmutableSortedSet<String> namesOf(List<Located> rows) {
        ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.orderedBy(CodePoints.ORDER);
        rows.forEach(row -> names.add(row.require("name").text()));
        return names.build();
    }
}
