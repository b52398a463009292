package dev.konflux.release.notes.preview;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One difference of two documents.
 *
 * @param path where it is; items of lists that came or went are told by their index in the list they are in
 * @param before the value in the earlier document, if it had one
 * @param after the value in the later document, if it has one
 */
public record Difference(DataPath path, Optional<Data> before, Optional<Data> after) {

    /** Members in the order of the earlier document, then the new ones. Lists are compared by their items. */
    static List<Difference> between(Data before, Data after) {
        List<Difference> differences = new ArrayList<>();
        compare(DataPath.ROOT, before, after, differences);
        return List.copyOf(differences);
    }

    private static void compare(DataPath path, Data before, Data after, List<Difference> differences) {
        if (before instanceof DataObject old && after instanceof DataObject fresh) {
            compareMembers(path, old, fresh, differences);
        } else if (before instanceof DataArray old && after instanceof DataArray fresh) {
            compareItems(path, old, fresh, differences);
        } else if (!before.equals(after)) {
            differences.add(new Difference(path, Optional.of(before), Optional.of(after)));
        }
    }

    private static void compareMembers(
            DataPath path, DataObject before, DataObject after, List<Difference> differences) {
        Set<String> names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        for (String name : names) {
            Optional<Data> old = before.find(name);
            Optional<Data> fresh = after.find(name);
            if (old.isPresent() && fresh.isPresent()) {
                compare(path.member(name), old.get(), fresh.get(), differences);
            } else {
                differences.add(new Difference(path.member(name), old, fresh));
            }
        }
    }

    private static void compareItems(DataPath path, DataArray before, DataArray after, List<Difference> differences) {
        Set<Data> old = new LinkedHashSet<>(before.items());
        Set<Data> fresh = new LinkedHashSet<>(after.items());
        int count = differences.size();
        for (int i = 0; i < before.size(); i++) {
            Data item = before.items().get(i);
            if (!fresh.contains(item)) {
                differences.add(new Difference(path.item(i), Optional.of(item), Optional.empty()));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            Data item = after.items().get(i);
            if (!old.contains(item)) {
                differences.add(new Difference(path.item(i), Optional.empty(), Optional.of(item)));
            }
        }
        if (count == differences.size() && !before.equals(after)) {
            differences.add(new Difference(path, Optional.of(before), Optional.of(after)));
        }
    }

    /** One line: {@code releaseNotes.type: "RHBA" -> "RHSA"}, {@code + findings[0]: "..."}, {@code - releaseNotes.cves[1]: ...}. */
    @Override
    public String toString() {
        if (before.isPresent() && after.isPresent()) {
            return path + ": " + before.get() + " -> " + after.get();
        }
        return before.map(gone -> "- " + path + ": " + gone).orElse("")
                + after.map(come -> "+ " + path + ": " + come).orElse("");
    }
}
