package dev.konflux.release.model.matching;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.ReleasePlan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Plans by what admissions ask for. */
final class PlanIndex {

    static final Comparator<ReleasePlan> BY_NAME = Comparator.comparing(ReleasePlan::name);

    private final ImmutableListMultimap<Triple, ReleasePlan> byGroup;
    private final Set<Triple> pins;

    private PlanIndex(ImmutableListMultimap<Triple, ReleasePlan> byGroup, Set<Triple> pins) {
        this.byGroup = byGroup;
        this.pins = pins;
    }

    Stream<ReleasePlan> of(String namespace, String target, String groupName) {
        return byGroup.get(new Triple(namespace, target, groupName)).stream();
    }

    boolean hasPinned(String namespace, String target, String admission) {
        return pins.contains(new Triple(namespace, target, admission));
    }

    record Triple(String namespace, String target, String name) {}

    static final class Builder {

        private final Map<String, ReleasePlan> plans = new LinkedHashMap<>();

        void add(ReleasePlan plan) {
            plans.put(plan.reference(), plan);
        }

        PlanIndex build() {
            ImmutableListMultimap.Builder<Triple, ReleasePlan> byGroup = ImmutableListMultimap.builder();
            ImmutableSet.Builder<Triple> pins = ImmutableSet.builder();
            for (ReleasePlan plan : plans.values()) {
                String target = plan.target().orElse("");
                byGroup.put(new Triple(plan.namespace(), target, plan.groupName()), plan);
                plan.releasePlanAdmission().ifPresent(pin -> pins.add(new Triple(plan.namespace(), target, pin)));
            }
            return new PlanIndex(byGroup.build(), pins.build());
        }
    }
}
