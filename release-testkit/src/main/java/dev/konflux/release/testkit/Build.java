package dev.konflux.release.testkit;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.Component;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.testkit.autorelease.BuildRuns;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Why a component is built: the run that Pipelines as Code creates for an event of the repository. */
public final class Build {

    private static final String PIPELINES_AS_CODE = "pipelinesascode.tekton.dev/";
    private static final String PULL_REQUEST = PIPELINES_AS_CODE + "pull-request";

    private final Component component;
    private final String commit;
    private final String event;
    private final Map<String, String> annotations;

    private Build(Component component, String commit, String event, Map<String, String> annotations) {
        this.component = component;
        this.commit = commit;
        this.event = event;
        this.annotations = annotations;
    }

    /** The commit was pushed to the component's branch. */
    public static Build push(Component component, String commit) {
        return new Build(component, commit, "push", Map.of());
    }

    /** The commit is the head of that pull request, which comes from a branch of its own. */
    public static Build pullRequest(Component component, int number, String commit) {
        return pullRequest(component, number, commit, "pull-" + component.name() + "-" + number);
    }

    /** The commit is the head of that pull request. Pull requests from branches of the same name are tested together, too. */
    public static Build pullRequest(Component component, int number, String commit, String sourceBranch) {
        return new Build(
                component,
                commit,
                "pull_request",
                Map.of(PULL_REQUEST, Integer.toString(number), PIPELINES_AS_CODE + "source-branch", sourceBranch));
    }

    /** Somebody asked for the component to be built anew. The service takes that for a push: it names no pull request. */
    public static Build manual(Component component, String commit) {
        return new Build(component, commit, "incoming", Map.of());
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
        annotations.forEach(run::annotation);
        Optional.ofNullable(annotations.get(PULL_REQUEST)).ifPresent(number -> run.label(PULL_REQUEST, number));
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
