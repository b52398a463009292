package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.text.Similarity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds admissions that would match but for one thing. Looks at a bounded number of them, so that many plans stay fast. */
final class NearMisses {

    private static final int LOOKED_AT = 50;
    private static final int REPORTED = 5;

    private NearMisses() {}

    static List<NearMiss> of(ReleasePlan plan, String target, AdmissionIndex admissions) {
        Stream<NearMiss> elsewhere = admissions.acceptingAnywhere(plan.groupName()).stream()
                .limit(LOOKED_AT)
                .filter(admission -> differences(plan, target, admission) == 1)
                .map(admission -> admission.namespace().equals(target)
                        ? originDiffers(plan, admission)
                        : targetDiffers(target, admission));
        Stream<NearMiss> otherNames = admissions.at(target, plan.namespace()).stream()
                .limit(LOOKED_AT)
                .map(admission -> groupDiffers(plan, admission))
                .sorted(Comparator.comparing(miss -> !miss.difference().contains("did you mean")));
        return Stream.concat(elsewhere, otherNames).limit(REPORTED).toList();
    }

    static List<NearMiss> ofPin(ReleasePlan plan, String name, AdmissionIndex admissions) {
        String target = plan.target().orElse("");
        Stream<NearMiss> elsewhere = admissions.named(name).stream()
                .limit(LOOKED_AT)
                .filter(admission -> admission.origin().equals(plan.namespace()))
                .map(admission -> targetDiffers(target, admission));
        Stream<NearMiss> misspelt = admissions.at(target, plan.namespace()).stream()
                .limit(LOOKED_AT)
                .filter(admission -> Similarity.isClose(name, admission.name()) || admission.accepts(plan.groupName()))
                .map(admission -> new NearMiss(
                        admission,
                        "metadata.labels",
                        "the plan's releasePlanAdmission label names '" + name + "', did you mean '" + admission.name()
                                + "'?"));
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

    private static NearMiss groupDiffers(ReleasePlan plan, ReleasePlanAdmission admission) {
        List<String> names = Stream.concat(admission.applications().stream(), admission.componentGroups().stream())
                .limit(LOOKED_AT)
                .toList();
        String shown = names.stream().limit(REPORTED).toList().toString();
        return new NearMiss(
                admission,
                "spec.applications",
                Similarity.closest(plan.groupName(), names)
                        .map(name -> "the plan is for '" + plan.groupName() + "', did you mean '" + name
                                + "', which the admission accepts?")
                        .orElse("it accepts " + shown + ", the plan is for '" + plan.groupName() + "'"));
    }

    private static int differences(ReleasePlan plan, String target, ReleasePlanAdmission admission) {
        int namespace = admission.namespace().equals(target) ? 0 : 1;
        int origin = admission.origin().equals(plan.namespace()) ? 0 : 1;
        return namespace + origin;
    }
}
