package dev.konflux.release.testkit.contract;

import dev.konflux.release.testkit.PipelineRunner;
import dev.konflux.release.testkit.pipelines.BuiltInPipelines;
import dev.konflux.release.testkit.pipelines.WorldInMemory;

class BuiltInPipelinesContractTest extends PipelineRunnerContract {

    @Override
    protected PipelineRunner runner() {
        return BuiltInPipelines.in(new WorldInMemory());
    }
}
