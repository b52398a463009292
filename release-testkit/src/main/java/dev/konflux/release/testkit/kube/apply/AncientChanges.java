package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.testkit.kube.apply.ManagedFields.Entry;
import dev.konflux.release.testkit.kube.apply.ManagedFields.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who wrote without applying is remembered for ten managers; the oldest of more become one without a name. */
final class AncientChanges {

    private static final String NAME = "ancient-changes";
    private static final int MOST = 10;
    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(Entry::time)
            .thenComparing(entry -> entry.owner().manager())
            .thenComparing(entry -> entry.owner().apiVersion())
            .thenComparing(entry -> entry.owner().subresource());

    private final List<Entry> entries;

    private AncientChanges(ManagedFields managed) {
        this.entries = new ArrayList<>(managed.entries());
    }

    static ManagedFields in(ManagedFields managed) {
        return new AncientChanges(managed).joined();
    }

    /** Only those of one version can be joined; a single one of a version keeps its name. */
    private ManagedFields joined() {
        List<Entry> writers = entries.stream()
                .filter(entry -> entry.owner().operation().equals(ManagedFields.UPDATE))
                .sorted(OLDEST_FIRST)
                .toList();
        Map<String, Entry> oldest = new HashMap<>();
        int surplus = writers.size() - MOST;
        for (Entry next : writers) {
            if (surplus <= 0) {
                break;
            }
            Entry older = oldest.put(next.owner().apiVersion(), next);
            if (older != null) {
                oldest.put(next.owner().apiVersion(), joined(older, next));
                surplus--;
            }
        }
        return new ManagedFields(entries);
    }

    private Entry joined(Entry older, Entry newer) {
        Owner owner = new Owner(NAME, ManagedFields.UPDATE, newer.owner().apiVersion(), "");
        Entry all = new Entry(owner, newer.time(), older.fields().union(newer.fields()));
        entries.removeAll(List.of(older, newer));
        entries.add(all);
        return all;
    }
}
