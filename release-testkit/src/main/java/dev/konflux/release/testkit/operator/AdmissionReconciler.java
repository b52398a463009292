package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.RetryRules;
import dev.konflux.release.testkit.runs.ServiceSettings;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes into an admission's status which plans belong to it, and whether failed managed runs are tried again. */
final class AdmissionReconciler implements Reconciler {

    private final ObjectApi cluster;
    private final ClusterView view;
    private final OperatorSettings settings;

    AdmissionReconciler(ObjectApi cluster, ClusterView view, OperatorSettings settings) {
        this.cluster = cluster;
        this.view = view;
        this.settings = settings;
    }

    @Override
    public void reconcile(ObjectKey key, Instant now) {
        cluster.find(key)
                .map(admission -> matchingInformationIsSet(admission, now))
                .ifPresent(this::retryInformationIsSet);
    }

    private DataObject matchingInformationIsSet(DataObject admission, Instant now) {
        List<Data> plans = view.matchingPlans(ReleasePlanAdmission.of(admission)).stream()
                .sorted(Comparator.comparing(ReleasePlan::reference))
                .map(AdmissionReconciler::entry)
                .toList();
        boolean samePlans = admission
                .find("status", "releasePlans")
                .filter(DataArray.of(plans)::equals)
                .isPresent();
        if (samePlans && Conditions.find(admission, Conditions.MATCHED).isPresent()) {
            return admission;
        }
        DataObject cleared = set(admission, DataArray.empty(), false, now);
        // Cleared first, so the time of transition moves even where plans remain: that is what wakes the plans.
        return cluster.updateStatus(plans.isEmpty() ? cleared : set(cleared, DataArray.of(plans), true, now));
    }

    private static DataObject set(DataObject admission, DataArray plans, boolean matched, Instant now) {
        DataObject changed = admission.withPath(plans, "status", "releasePlans");
        return Conditions.with(changed, Conditions.MATCHED, matched, Conditions.MATCHED, "", now);
    }

    private static Data entry(ReleasePlan plan) {
        DataObject.Builder entry = DataObject.builder().put("name", plan.reference());
        // Active here means: the label says in so many words that releases are automatic.
        if (plan.findLabel(MetadataKeys.AUTO_RELEASE).filter("true"::equals).isPresent()) {
            entry.put("active", true);
        }
        return entry.build();
    }

    private void retryInformationIsSet(DataObject admission) {
        String namespace = settings.serviceNamespace();
        if (namespace.isEmpty()) {
            throw new ApiException(ApiError.of(0, "", "SERVICE_NAMESPACE env var not set"));
        }
        ReleasePlanAdmission typed = ReleasePlanAdmission.of(admission);
        Optional<ServiceSettings> service =
                view.serviceConfig().map(config -> new ServiceSettings(namespace, Optional.of(config)));
        List<ReleasePlan> plans = service.isPresent() ? view.matchingPlans(typed) : List.of();
        DataObject retryInfo = RetryRules.retryInfo(typed, plans, service);
        if (admission.find("status", "retryInfo").filter(retryInfo::equals).isEmpty()) {
            cluster.updateStatus(admission.withPath(retryInfo, "status", "retryInfo"));
        }
    }
}
