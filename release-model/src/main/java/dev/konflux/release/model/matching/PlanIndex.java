package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Plans by what admissions ask for. */
final class PlanIndex {

    static final Comparator<ReleasePlan> BY_NAME = Comparator.comparing(ReleasePlan::name);

    private final Map<Triple, List<ReleasePlan>> byGroup = new HashMap<>();
    private final Set<Triple> pins = new HashSet<>();

    PlanIndex(List<ReleasePlan> plans) {
        Map<String, ReleasePlan> distinct = new LinkedHashMap<>();
        plans.forEach(plan -> distinct.put(plan.reference(), plan));
        distinct.values().forEach(this::add);
    }

    private void add(ReleasePlan plan) {
        String namespace = plan.namespace();
        String target = plan.target().orElse("");
        byGroup.computeIfAbsent(new Triple(namespace, target, plan.groupName()), unused -> new ArrayList<>(1))
                .add(plan);
        plan.releasePlanAdmission().ifPresent(pin -> pins.add(new Triple(namespace, target, pin)));
    }

    Stream<ReleasePlan> of(String namespace, String target, String groupName) {
        return byGroup.getOrDefault(new Triple(namespace, target, groupName), List.of()).stream();
    }

    boolean hasPinned(String namespace, String target, String admission) {
        return pins.contains(new Triple(namespace, target, admission));
    }

    private record Triple(String namespace, String target, String name) {}
}
