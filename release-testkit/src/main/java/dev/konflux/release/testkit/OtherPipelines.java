package dev.konflux.release.testkit;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.testkit.autorelease.BuildRuns;
import dev.konflux.release.testkit.autorelease.TestResults;
import java.util.Map;
import java.util.Optional;

/** Runs before a release: builds by their component, tests by their scenario. */
record OtherPipelines(NamedScript builds, NamedScript tests) implements Tekton.OtherRuns {

    @Override
    public Optional<PipelineResult> result(PipelineRun run) {
        return switch (run.pipelineType().orElse("")) {
            case BuildRuns.TYPE -> Optional.of(build(run));
            case TestResults.TYPE ->
                Optional.of(tests.result(run.findLabel(TestResults.SCENARIO).orElse("")));
            default -> Optional.empty();
        };
    }

    private PipelineResult build(PipelineRun run) {
        PipelineResult said =
                builds.result(run.findLabel(MetadataKeys.COMPONENT).orElse(""));
        if (!said.isSuccess()) {
            return said;
        }
        PipelineResult complete = said;
        for (Map.Entry<String, String> result : Build.results(run).entrySet()) {
            if (!said.results().containsKey(result.getKey())) {
                complete = complete.withResult(result.getKey(), result.getValue());
            }
        }
        return complete;
    }
}
