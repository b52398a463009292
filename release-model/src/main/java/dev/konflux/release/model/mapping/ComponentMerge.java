package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings the Snapshot's components together with the mapping's by name. Only names that occur at least twice survive, in the order of their
 * code points; of equal names the later entry wins, so the mapping beats the Snapshot.
 */
final class ComponentMerge {

    static final DataPath MAPPED = DataPath.of("mapping", "components");

    private ComponentMerge() {}

    /**
     * One entry of a group.
     *
     * @param path the entry's path in the release data; absent for the Snapshot's
     */
    private record Entry(DataObject component, Optional<DataPath> path) {}

    /** A merged component that remembers its entries. */
    record Merged(DataObject component, List<Entry> entries) {

        /** The path in the release data of one of the component's fields; empty when the Snapshot gave it. */
        Optional<DataPath> pathOf(String field) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).component().has(field)) {
                    return entries.get(i).path().map(path -> path.member(field));
                }
            }
            return Optional.empty();
        }
    }

    static List<Merged> merge(List<Data> snapshot, List<Data> mapping) {
        Map<String, List<Entry>> groups = new TreeMap<>(CodePoints.ORDER);
        snapshot.forEach(item -> add(item, Optional.empty(), groups));
        for (int i = 0; i < mapping.size(); i++) {
            add(mapping.get(i), Optional.of(MAPPED.item(i)), groups);
        }
        List<Merged> merged = new ArrayList<>();
        for (List<Entry> group : groups.values()) {
            if (group.size() > 1) {
                DataObject component = DataObject.empty();
                for (Entry entry : group) {
                    component = JqMerge.multiply(component, entry.component());
                }
                merged.add(new Merged(component, group));
            }
        }
        return merged;
    }

    private static void add(Data item, Optional<DataPath> path, Map<String, List<Entry>> groups) {
        String name = item.findText("name").orElse("");
        if (!(item instanceof DataObject component) || name.isEmpty()) {
            throw new ReleaseDataException(
                    path.orElse(DataPath.of("components")),
                    item.position(),
                    "Component is missing a valid 'name' field: " + PythonText.repr(item));
        }
        groups.computeIfAbsent(name, any -> new ArrayList<>()).add(new Entry(component, path));
    }
}
