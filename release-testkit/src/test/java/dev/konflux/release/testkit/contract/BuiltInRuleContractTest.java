package dev.konflux.release.testkit.contract;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.builtin.BuiltInRules;

class BuiltInRuleContractTest extends PolicyRuleContract {

    @Override
    protected PolicyRule rule() {
        return BuiltInRules.release().stream()
                .filter(rule -> rule.metadata().code().equals("attestation_type.pipelinerun_attestation_found"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected Data violating() {
        return DataObject.of("attestations", DataArray.empty());
    }
}
