package dev.konflux.release.model.explain;

import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.matching.Matching;
import dev.konflux.release.model.text.Similarity;
import dev.konflux.release.model.validation.Check;
import dev.konflux.release.model.validation.ReleaseValidation;
import dev.konflux.release.model.validation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether one Release succeeds. */
final class ReleaseQuestion {

    private static final String PLAN_EXISTS = "the plan exists";

    private final Resources resources;
    private final Instant now;
    private final List<Circumstance> circumstances = new ArrayList<>();
    private final List<Resource> assumed = new ArrayList<>();

    ReleaseQuestion(Resources resources, Instant now) {
        this.resources = resources;
        this.now = now;
    }

    Explanation answer(Release release) {
        if (release.isReleased()) {
            circumstances.add(Circumstance.holds("the release is done", "its condition Released is True"));
            return new Explanation(release.toString(), Outcome.YES, circumstances);
        }
        Optional<ReleasePlan> plan = resources.find(ReleasePlan.class, release.namespace(), release.releasePlan());
        plan.ifPresentOrElse(known -> checks(release, known), () -> noPlan(release));
        circumstances.addAll(Progress.of(release));
        return new Explanation(release.toString(), outcome(), circumstances);
    }

    private Outcome outcome() {
        if (circumstances.stream().anyMatch(one -> one.is(Circumstance.State.FAILS))) {
            return Outcome.NO;
        }
        boolean open = circumstances.stream().anyMatch(one -> one.is(Circumstance.State.UNKNOWN));
        return open ? Outcome.UNKNOWN : Outcome.YES;
    }

    private void noPlan(Release release) {
        List<String> names = resources.all(ReleasePlan.class).stream()
                .filter(plan -> plan.namespace().equals(release.namespace()))
                .map(Resource::name)
                .toList();
        String remedy = Similarity.closest(release.releasePlan(), names)
                .map(name ->
                        "did you mean the plan '" + name + "'? Make a new Release, the spec of this one cannot change")
                .orElse("create the ReleasePlan '" + release.releasePlan() + "' in namespace '" + release.namespace()
                        + "', then make a new Release");
        circumstances.add(Circumstance.fails(
                PLAN_EXISTS, "ReleasePlan.appstudio.redhat.com \"" + release.releasePlan() + "\" not found", remedy));
        for (Check check : Check.values()) {
            circumstances.add(Circumstance.notReached(check.description()));
        }
    }

    private void checks(Release release, ReleasePlan plan) {
        circumstances.add(Circumstance.holds(PLAN_EXISTS, plan.toString()));
        assume(release, plan);
        Resources world = Resources.of(assumed).and(resources);
        Verdict verdict = ReleaseValidation.in(world).of(release, now);
        if (verdict instanceof Verdict.Invalid invalid) {
            String remedy =
                    Remedies.of(invalid, release, plan, Matching.in(world).of(plan));
            report(invalid.check(), Circumstance.fails(invalid.check().description(), invalid.message(), remedy));
        } else if (verdict instanceof Verdict.Undecided open) {
            report(
                    open.check(),
                    Circumstance.unknown(
                            open.check().description(),
                            open.message(),
                            "wait: the operator looks again until the Release is five minutes old"));
        } else if (verdict instanceof Verdict.Valid valid) {
            for (Check check : Check.values()) {
                circumstances.add(Circumstance.holds(
                        check.description(),
                        check == Check.AUTHOR ? "it is " + valid.noted().author() : ""));
            }
        }
    }

    private void report(Check judged, Circumstance circumstance) {
        for (Check check : Check.values()) {
            if (check == judged) {
                circumstances.add(circumstance);
            } else {
                circumstances.add(
                        check.compareTo(judged) < 0
                                ? Circumstance.holds(check.description(), "")
                                : Circumstance.notReached(check.description()));
            }
        }
    }

    private void assume(Release release, ReleasePlan plan) {
        if (resources
                .find(ConfigMap.class, "enterprise-contract-service", "ec-defaults")
                .isEmpty()) {
            assumed.add(ConfigMap.builder()
                    .namespace("enterprise-contract-service")
                    .name("ec-defaults")
                    .build());
        }
        if (resources
                .find(Snapshot.class, release.namespace(), release.snapshot())
                .isEmpty()) {
            assume(
                    "the snapshot exists",
                    Snapshot.builder()
                            .namespace(release.namespace())
                            .name(release.snapshot())
                            .application(plan.application())
                            .build());
        }
        Matching.in(resources).of(plan).findActive().ifPresent(this::assumePolicy);
    }

    private void assumePolicy(ReleasePlanAdmission admission) {
        if (resources
                .find(EnterpriseContractPolicy.class, admission.namespace(), admission.policy())
                .isEmpty()) {
            assume(
                    "the policy exists",
                    EnterpriseContractPolicy.builder()
                            .namespace(admission.namespace())
                            .name(admission.policy())
                            .build());
        }
    }

    private void assume(String condition, Resource resource) {
        assumed.add(resource);
        circumstances.add(Circumstance.unknown(
                condition,
                "the " + resource + " is not among the resources at hand",
                "add it to the resources, or check that the cluster has it"));
    }
}
