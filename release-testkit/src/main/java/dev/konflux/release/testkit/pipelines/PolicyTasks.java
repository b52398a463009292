package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.policy.PolicyEvaluator;
import dev.konflux.release.policy.PolicyInput;
import dev.konflux.release.policy.PolicyReport;
import dev.konflux.release.policy.PolicyResult;
import dev.konflux.release.policy.PolicyRule;
import java.util.Collection;
import java.util.List;

/** The policy gate. */
final class PolicyTasks {

    private final Collection<? extends PolicyRule> rules;

    PolicyTasks(Collection<? extends PolicyRule> rules) {
        this.rules = rules;
    }

    /** Judges every image of the Snapshot as it was mapped and filtered; a violation fails the task. */
    Archive verifyConforma(TaskDesk desk) {
        PolicyEvaluator evaluator = evaluator(desk);
        int violations = 0;
        for (DataObject component : desk.components()) {
            PolicyReport report =
                    evaluator.evaluate(input(component, desk), desk.clock().instant());
            desk.log(component.findText("name").orElse("") + ": "
                    + report.violations().size() + " violations, "
                    + report.warnings().size() + " warnings, "
                    + report.successes().size() + " successes");
            log("violation", report.violations(), desk);
            log("warning", report.warnings(), desk);
            violations += report.violations().size();
        }
        if (violations > 0) {
            throw new TaskFailure("the policy is violated " + (violations == 1 ? "once" : violations + " times"));
        }
        return desk.archive();
    }

    private PolicyEvaluator evaluator(TaskDesk desk) {
        String spec = desk.input().param("enterpriseContractPolicy");
        DataObject document =
                DataObject.of("spec", JsonReader.create().read(spec, "the parameter enterpriseContractPolicy"));
        return PolicyEvaluator.of(EnterpriseContractPolicy.of(document))
                .rules(rules)
                .dataOf(source -> withIntention(desk.world().policyData(source)))
                .capabilities(desk.world().capabilities())
                .build();
    }

    /** The task tells the rules that this is a release. */
    private static DataObject withIntention(DataObject data) {
        return data.withPath(Data.of("release"), "rule_data", "pipeline_intention");
    }

    private static PolicyInput input(DataObject component, TaskDesk desk) {
        String image = component.findText("containerImage").orElse("");
        String name = component.findText("name").orElse("");
        DataObject known = desk.world().policyInput(image);
        return PolicyInput.ofImage(known.with("component_name", Data.of(name)), image, name);
    }

    private static void log(String word, List<PolicyResult> results, TaskDesk desk) {
        results.forEach(result -> desk.log("  " + word + " " + result.code().orElse("") + ": " + result.message()));
    }
}
