package dev.konflux.release.model.lint;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What belongs to one application or component group, found without a search through all resources. */
final class Owned {

    /** An application, or a group, in a namespace; the two do not share names. */
    private record Owner(String namespace, boolean group, String name) {}

    private final Map<Owner, List<ReleasePlan>> plans = new HashMap<>();
    private final Map<Owner, List<Snapshot>> snapshots = new HashMap<>();
    private final Map<Owner, List<Component>> components = new HashMap<>();
    private final IdentityHashMap<Snapshot, Integer> places = new IdentityHashMap<>();

    Owned(Resources resources) {
        for (ReleasePlan plan : resources.all(ReleasePlan.class)) {
            put(plans, application(plan, plan.application()), plan);
            put(plans, group(plan, plan.componentGroup()), plan);
        }
        resources.all(Snapshot.class).forEach(snapshot -> put(snapshots, owner(snapshot), snapshot));
        resources
                .all(Component.class)
                .forEach(component -> put(components, application(component, component.application()), component));
        snapshots.values().forEach(this::order);
    }

    private void order(List<Snapshot> history) {
        history.removeIf(one -> one.creationTimestamp().isEmpty());
        history.sort(Comparator.comparing(one -> one.creationTimestamp().orElseThrow()));
        for (int i = 0; i < history.size(); i++) {
            places.put(history.get(i), i);
        }
    }

    private static <R> void put(Map<Owner, List<R>> index, Owner owner, R resource) {
        if (!owner.name().isEmpty()) {
            index.computeIfAbsent(owner, unused -> new ArrayList<>(1)).add(resource);
        }
    }

    private static Owner application(Resource resource, String name) {
        return new Owner(resource.namespace(), false, name);
    }

    private static Owner group(Resource resource, String name) {
        return new Owner(resource.namespace(), true, name);
    }

    /** A snapshot that names both belongs to its group. */
    private static Owner owner(Snapshot snapshot) {
        return snapshot.componentGroup().isEmpty()
                ? application(snapshot, snapshot.application())
                : group(snapshot, snapshot.componentGroup());
    }

    List<ReleasePlan> plansOf(Snapshot snapshot) {
        return plans.getOrDefault(owner(snapshot), List.of());
    }

    /** The snapshots of its owner before it, the latest last; none where times of creation, and so the order, are not known. */
    List<Snapshot> before(Snapshot snapshot, int most) {
        int place = places.getOrDefault(snapshot, 0);
        return snapshots.getOrDefault(owner(snapshot), List.of()).subList(Math.max(0, place - most), place);
    }

    /** The components of the plan's application. */
    List<Component> componentsOf(ReleasePlan plan) {
        return components.getOrDefault(application(plan, plan.application()), List.of());
    }
}
