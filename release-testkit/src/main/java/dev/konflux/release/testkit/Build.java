package dev.konflux.release.testkit;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.Component;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.autorelease.BuildRuns;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Why a component is built: the run that Pipelines as Code creates for an event of the repository. */
public final class Build {

    private static final String PIPELINES_AS_CODE = "pipelinesascode.tekton.dev/";

    private final Component component;
    private final String commit;
    private final String event;
    private final DataObject labels;

    private Build(Component component, String commit, String event, DataObject labels) {
        this.component = component;
        this.commit = commit;
        this.event = event;
        this.labels = labels;
    }

    /** The commit was pushed to the component's branch. */
    public static Build push(Component component, String commit) {
        return new Build(component, commit, "push", DataObject.empty());
    }

    /** The commit is the head of that pull request. */
    public static Build pullRequest(Component component, int number, String commit) {
        return new Build(
                component,
                commit,
                "pull_request",
                DataObject.of(PIPELINES_AS_CODE + "pull-request", Data.of(Integer.toString(number))));
    }

    /** Somebody asked for the component to be built anew. The service takes that for a push: it names no pull request. */
    public static Build manual(Component component, String commit) {
        return new Build(component, commit, "incoming", DataObject.empty());
    }

    PipelineRun run() {
        PipelineRun.Builder run = PipelineRun.builder()
                .generateName(component.name() + "-on-" + event.replace('_', '-') + "-")
                .namespace(component.namespace())
                .label(MetadataKeys.PIPELINE_TYPE, BuildRuns.TYPE)
                .label(MetadataKeys.COMPONENT, component.name())
                .label(MetadataKeys.APPLICATION, component.application())
                .label(PIPELINES_AS_CODE + "event-type", event)
                .label(PIPELINES_AS_CODE + "sha", commit)
                .annotation(PIPELINES_AS_CODE + "sha", commit);
        labels.members().forEach((key, value) -> run.label(key, value.asText().orElse("")));
        component.sourceUrl().ifPresent(url -> run.annotation(PIPELINES_AS_CODE + "repo-url", url));
        return run.build();
    }

    /** What a build that succeeds says of its image where the script says nothing else. */
    static Map<String, String> results(PipelineRun run) {
        String component = run.findLabel(MetadataKeys.COMPONENT).orElse("");
        String commit = run.findLabel(PIPELINES_AS_CODE + "sha").orElse("");
        Map<String, String> results = new TreeMap<>();
        results.put(BuildRuns.IMAGE_URL, "quay.io/" + run.namespace() + "/" + component + ":" + commit);
        results.put(
                BuildRuns.IMAGE_DIGEST,
                "sha256:" + Hashing.sha256().hashString(run.reference() + "@" + commit, StandardCharsets.UTF_8));
        results.put(BuildRuns.COMMIT, commit);
        run.findAnnotation(PIPELINES_AS_CODE + "repo-url").ifPresent(url -> results.put(BuildRuns.REPOSITORY, url));
        return results;
    }
}
