package dev.konflux.release.testkit.contract;

import dev.konflux.release.testkit.PipelineRunner;
import dev.konflux.release.testkit.PipelineScript;

class ScriptedPipelinesTest extends PipelineRunnerContract {

    @Override
    protected PipelineRunner runner() {
        return PipelineScript.succeeding();
    }
}
