package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.PolicyEvaluationException;
import dev.konflux.release.policy.PolicyEvaluator;
import dev.konflux.release.policy.PolicyInput;
import dev.konflux.release.policy.PolicyReport;
import dev.konflux.release.policy.PolicyResult;
import dev.konflux.release.policy.RuleEvaluationException;
import dev.konflux.release.policy.builtin.BuiltInRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict of the admission's policy on every image of the Snapshot. */
final class PolicySection {

    private static final String KEY = "policy";
    private static final String TITLE = "Policy verdict";

    private final Candidate candidate;
    private final World world;
    private final Instant now;
    private final Section.Builder section = Section.builder(KEY, TITLE);
    private final List<Data> verdicts = new ArrayList<>();
    private boolean passes = true;

    private PolicySection(Candidate candidate, World world, Instant now) {
        this.candidate = candidate;
        this.world = world;
        this.now = now;
    }

    /**
     * The verdict.
     *
     * @param section what people read
     * @param passes whether nothing is violated, as far as it could be judged
     */
    record Verdict(Section section, boolean passes) {}

    static Verdict of(Resources resources, Candidate candidate, World world, Instant now) {
        return new PolicySection(candidate, world, now).judge(resources);
    }

    private Verdict judge(Resources resources) {
        Optional<ReleasePlanAdmission> admission = candidate.admission();
        if (admission.isEmpty()) {
            section.row(Cell.faint("no policy: " + candidate.whyNoAdmission()));
            return verdict();
        }
        String name = admission.get().policy();
        Optional<EnterpriseContractPolicy> policy =
                resources.find(EnterpriseContractPolicy.class, admission.get().namespace(), name);
        if (policy.isEmpty()) {
            section.row(Cell.bad("policy " + admission.get().namespace() + "/" + name + " is not in this folder"));
            return verdict();
        }
        PolicyEvaluator evaluator =
                PolicyEvaluator.of(policy.get()).rules(BuiltInRules.release()).build();
        for (SnapshotComponent component : candidate.snapshot().components()) {
            judge(evaluator, component);
        }
        return verdict();
    }

    private Verdict verdict() {
        return new Verdict(section.build(DataArray.of(verdicts)), passes);
    }

    private void judge(PolicyEvaluator evaluator, SnapshotComponent component) {
        Optional<DataObject> image = world.image(component.containerImage());
        if (image.isEmpty()) {
            section.row(
                    Cell.plain(component.name()),
                    Cell.faint("not judged"),
                    Cell.faint("no world file beside the folder tells its attestations"));
            return;
        }
        try {
            PolicyInput input =
                    PolicyInput.ofImage(document(component, image.get()), component.containerImage(), component.name());
            show(component, evaluator.evaluate(input, now));
        } catch (PolicyEvaluationException | RuleEvaluationException e) {
            passes = false;
            section.row(Cell.plain(component.name()), Cell.bad("no verdict"), Cell.bad(String.valueOf(e.getMessage())));
        }
    }

    private static DataObject document(SnapshotComponent component, DataObject image) {
        DataObject.Builder source = DataObject.builder();
        component.sourceUrl().ifPresent(url -> source.put("url", url));
        component.sourceRevision().ifPresent(revision -> source.put("revision", revision));
        return DataObject.builder()
                .put("attestations", DataArray.of(image.items("attestations")))
                .put(
                        "image",
                        DataObject.builder()
                                .put("ref", component.containerImage())
                                .put("source", DataObject.of("git", source.build()))
                                .build())
                .put("component_name", component.name())
                .build();
    }

    private void show(SnapshotComponent component, PolicyReport report) {
        passes &= report.isSuccess();
        String counts = report.violations().size() + " violations, "
                + report.warnings().size() + " warnings, " + report.successes().size() + " successes";
        section.row(
                Cell.plain(component.name()),
                report.isSuccess() ? Cell.good("passes") : Cell.bad("fails"),
                Cell.plain(counts));
        report.violations().forEach(result -> row(Cell.bad("violation"), result));
        report.warnings().forEach(result -> row(Cell.warning("warning"), result));
        verdicts.add(DataObject.builder()
                .put("component", component.name())
                .put("success", report.isSuccess())
                .put("violations", data(report.violations()))
                .put("warnings", data(report.warnings()))
                .build());
    }

    private void row(Cell kind, PolicyResult result) {
        section.row(Cell.plain(""), kind, Cell.plain(result.code().orElse("") + ": " + result.message()));
    }

    private static DataArray data(List<PolicyResult> results) {
        return DataArray.of(results.stream()
                .map(result ->
                        DataObject.of("code", Data.of(result.code().orElse("")), "message", Data.of(result.message())))
                .toList());
    }
}
