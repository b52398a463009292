package dev.konflux.release.model.matching;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans and admissions looked at together. Both sides are answered as the operator answers them, and the operator's two sides disagree at
 * times: two admissions that accept the same plan both list it, while the plan belongs to neither.
 */
public final class Matching {

    private final AdmissionIndex admissions;
    private final PlanIndex plans;

    private Matching(AdmissionIndex admissions, PlanIndex plans) {
        this.admissions = admissions;
        this.plans = plans;
    }

    /** Looks at the plans and admissions among some resources. Of two with the same namespace and name the last counts. */
    public static Matching in(Iterable<? extends Resource> resources) {
        List<ReleasePlanAdmission> admissions = new ArrayList<>();
        List<ReleasePlan> plans = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource instanceof ReleasePlanAdmission admission) {
                admissions.add(admission);
            } else if (resource instanceof ReleasePlan plan) {
                plans.add(plan);
            }
        }
        return new Matching(new AdmissionIndex(admissions), new PlanIndex(plans));
    }

    /** The admission of a plan. The plan need not be among the resources. */
    public Match of(ReleasePlan plan) {
        Optional<String> pinned = plan.releasePlanAdmission();
        if (pinned.isPresent()) {
            return pinned(plan, pinned.get());
        }
        if (plan.target().isEmpty()) {
            return new Match.None("releasePlan has no target, so no ReleasePlanAdmissions can be found", List.of());
        }
        return listed(plan, plan.target().get());
    }

    // A pin beats the list of accepted names: the operator checks only the origin then.
    private Match pinned(ReleasePlan plan, String name) {
        String target = plan.target().orElse("");
        Optional<ReleasePlanAdmission> found = admissions.find(target, name);
        if (found.isEmpty()) {
            String message = "ReleasePlanAdmission.appstudio.redhat.com \"" + name + "\" not found";
            return new Match.None(message, NearMisses.ofPin(plan, name, admissions));
        }
        ReleasePlanAdmission admission = found.get();
        if (!admission.origin().equals(plan.namespace())) {
            NearMiss miss = NearMisses.originDiffers(plan, admission);
            return new Match.None(originMismatch(plan, admission), List.of(miss));
        }
        return judged(admission);
    }

    private static String originMismatch(ReleasePlan plan, ReleasePlanAdmission admission) {
        return "releasePlan (" + plan.name() + ") targets releasePlanAdmission (" + admission.name()
                + ") by label, but the Origin of the releasePlanAdmission (" + admission.origin()
                + ") does not match the namespace of the releasePlan (" + plan.namespace() + ")";
    }

    private Match listed(ReleasePlan plan, String target) {
        List<ReleasePlanAdmission> accepting = admissions.accepting(target, plan.namespace(), plan.groupName());
        String where = " found in namespace (" + target + ") with the origin (" + plan.namespace() + ") for '"
                + plan.groupName() + "'";
        return switch (accepting.size()) {
            case 0 -> new Match.None("no ReleasePlanAdmission" + where, NearMisses.of(plan, target, admissions));
            case 1 -> judged(accepting.get(0));
            default -> new Match.Ambiguous(accepting, "multiple ReleasePlanAdmissions" + where);
        };
    }

    private static Match judged(ReleasePlanAdmission admission) {
        return admission.isBlocking() ? new Match.Blocked(admission) : new Match.Matched(admission);
    }

    /**
     * The plans of an admission. As soon as one plan names the admission by label, plans without the label are not looked at; a label that
     * is present but empty, or names another admission, excludes a plan.
     */
    public PlansMatch of(ReleasePlanAdmission admission) {
        if (admission.origin().isEmpty()) {
            return new PlansMatch(List.of(), "releasePlanAdmission has no origin, so no ReleasePlans can be found");
        }
        boolean anyPinned = plans.hasPinned(admission.origin(), admission.namespace(), admission.name());
        Stream<ReleasePlan> accepted = Offer.of(admission).names().stream()
                .flatMap(name -> plans.of(admission.origin(), admission.namespace(), name))
                .filter(plan -> plan.findLabel(MetadataKeys.RELEASE_PLAN_ADMISSION)
                        .map(admission.name()::equals)
                        .orElse(!anyPinned));
        return new PlansMatch(accepted.sorted(PlanIndex.BY_NAME).toList(), "");
    }
}
