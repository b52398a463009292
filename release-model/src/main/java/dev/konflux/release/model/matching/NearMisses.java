package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.text.Similarity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds admissions that would match but for one thing. Looks at a bounded number of them, so that many plans stay fast. */
final class NearMisses {

    private static final int LOOKED_AT = 20;
    private static final int REPORTED = 5;

    private NearMisses() {}

    static List<NearMiss> of(ReleasePlan plan, String target, AdmissionIndex admissions) {
        Stream<NearMiss> elsewhere = admissions.acceptingAnywhere(plan.groupName()).stream()
                .limit(LOOKED_AT)
                .map(Offer::admission)
                .filter(admission -> admission.namespace().equals(target)
                        != admission.origin().equals(plan.namespace()))
                .map(admission -> admission.namespace().equals(target)
                        ? originDiffers(plan, admission)
                        : targetDiffers(target, admission));
        Stream<NearMiss> otherNames = admissions.at(target, plan.namespace()).stream()
                .limit(LOOKED_AT)
                .sorted(Comparator.comparing(
                        offer -> offer.names().stream().noneMatch(name -> Similarity.isClose(plan.groupName(), name))))
                .limit(REPORTED)
                .map(offer -> groupDiffers(plan, offer));
        return Stream.concat(elsewhere, otherNames).limit(REPORTED).toList();
    }

    static List<NearMiss> ofPin(ReleasePlan plan, String name, AdmissionIndex admissions) {
        String target = plan.target().orElse("");
        Stream<NearMiss> elsewhere = admissions.named(name).stream()
                .limit(LOOKED_AT)
                .map(Offer::admission)
                .filter(admission -> admission.origin().equals(plan.namespace()))
                .map(admission -> targetDiffers(target, admission));
        Stream<NearMiss> misspelt = admissions.at(target, plan.namespace()).stream()
                .limit(LOOKED_AT)
                .filter(offer -> offer.names().contains(plan.groupName())
                        || Similarity.isClose(name, offer.admission().name()))
                .map(offer -> pinDiffers(name, offer.admission()));
        return Stream.concat(elsewhere, misspelt).limit(REPORTED).toList();
    }

    static NearMiss originDiffers(ReleasePlan plan, ReleasePlanAdmission admission) {
        return new NearMiss(
                admission,
                "spec.origin",
                "its spec.origin is '" + admission.origin() + "', the plan is in namespace '" + plan.namespace() + "'");
    }

    private static NearMiss targetDiffers(String target, ReleasePlanAdmission admission) {
        String aim = target.isEmpty() ? "has no target" : "targets '" + target + "'";
        return new NearMiss(
                admission, "spec.target", "it is in namespace '" + admission.namespace() + "', the plan " + aim);
    }

    private static NearMiss pinDiffers(String name, ReleasePlanAdmission admission) {
        return new NearMiss(
                admission,
                "metadata.labels",
                "the plan's releasePlanAdmission label names '" + name + "', did you mean '" + admission.name() + "'?");
    }

    private static NearMiss groupDiffers(ReleasePlan plan, Offer offer) {
        String wanted = plan.groupName();
        String difference = Similarity.closest(wanted, offer.names())
                .map(name ->
                        "the plan is for '" + wanted + "', did you mean '" + name + "', which the admission accepts?")
                .orElseGet(() -> "it accepts "
                        + offer.names().stream().limit(REPORTED).toList() + ", the plan is for '" + wanted + "'");
        return new NearMiss(offer.admission(), "spec.applications", difference);
    }
}
