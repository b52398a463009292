package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/** Writes into a plan's status which admission it belongs to. */
final class PlanReconciler implements Reconciler {

    private final ObjectApi cluster;
    private final ClusterView view;

    PlanReconciler(ObjectApi cluster, ClusterView view) {
        this.cluster = cluster;
        this.view = view;
    }

    @Override
    public void reconcile(ObjectKey key, Instant now) {
        cluster.find(key).ifPresent(plan -> matchingInformationIsSet(plan, now));
    }

    private void matchingInformationIsSet(DataObject plan, Instant now) {
        DataObject changed = findAdmission(ReleasePlan.of(plan))
                .map(admission -> matched(plan, admission, now))
                .orElseGet(() -> unmatched(plan, now));
        boolean sameAdmission = admissionIn(plan).equals(admissionIn(changed));
        if (!sameAdmission || Conditions.find(plan, Conditions.MATCHED).isEmpty()) {
            cluster.updateStatus(changed);
        }
    }

    /** Every failure, even of the cluster, means that there is none. */
    private Optional<ReleasePlanAdmission> findAdmission(ReleasePlan plan) {
        try {
            return Optional.of(view.matchingAdmission(plan));
        } catch (ApiException none) {
            return Optional.empty();
        }
    }

    private static DataObject admissionIn(DataObject plan) {
        return plan.findObject("status", "releasePlanAdmission").orElse(DataObject.empty());
    }

    private static DataObject matched(DataObject plan, ReleasePlanAdmission admission, Instant now) {
        DataObject.Builder entry = DataObject.builder().put("name", admission.reference());
        // Active here means: the label says in so many words that releases are not blocked.
        if (admission
                .findLabel(MetadataKeys.BLOCK_RELEASES)
                .filter("false"::equals)
                .isPresent()) {
            entry.put("active", true);
        }
        return Conditions.with(
                plan.withPath(entry.build(), "status", "releasePlanAdmission"),
                Conditions.MATCHED,
                true,
                Conditions.MATCHED,
                "",
                now);
    }

    private static DataObject unmatched(DataObject plan, Instant now) {
        if (Conditions.find(plan, Conditions.MATCHED)
                .filter(found -> found.isFalse())
                .isPresent()) {
            return plan;
        }
        Data none = DataObject.empty();
        DataObject emptied = plan.find("status", "releasePlanAdmission").isEmpty()
                ? plan
                : plan.withPath(none, "status", "releasePlanAdmission");
        return Conditions.with(emptied, Conditions.MATCHED, false, Conditions.MATCHED, "", now);
    }
}
