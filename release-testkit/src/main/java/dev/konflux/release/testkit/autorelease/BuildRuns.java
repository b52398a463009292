package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a Snapshot of a build that succeeded: the new image among the latest ones of the application's other components. */
public final class BuildRuns {

    /** The type label of the runs that build. */
    public static final String TYPE = "build";

    /** The result that names the image, usually with a tag. */
    public static final String IMAGE_URL = "IMAGE_URL";

    /** The result that holds the image's digest. */
    public static final String IMAGE_DIGEST = "IMAGE_DIGEST";

    /** The result that names the repository. */
    public static final String REPOSITORY = "CHAINS-GIT_URL";

    /** The result that names the commit. */
    public static final String COMMIT = "CHAINS-GIT_COMMIT";

    /** The annotation in which a build run names its Snapshot. */
    public static final String SNAPSHOT = TestRunLauncher.SNAPSHOT;

    /** The annotation of a Snapshot that says whether it is of a push or of a pull request. */
    static final String WORKFLOW = "test.appstudio.openshift.io/integration-workflow";

    /** The label in which a Snapshot names its build run. */
    static final String RUN = "appstudio.openshift.io/build-pipelinerun";

    private static final String PIPELINES_AS_CODE = "pipelinesascode.tekton.dev";
    private static final String PREFIX = "pac.test.appstudio.openshift.io";
    private static final String TEST = "test.appstudio.openshift.io/";
    private static final List<String> INHERITED = List.of(
            "build.appstudio",
            "test.appstudio.openshift.io",
            "custom.appstudio.openshift.io",
            "release.appstudio.openshift.io");

    private final ObjectApi cluster;
    private final SnapshotNames names = new SnapshotNames();

    BuildRuns(ObjectApi cluster) {
        this.cluster = cluster;
    }

    /** Makes the Snapshot, once; a build without an image or a component makes none. */
    void snapshot(PipelineRun run, Instant now) {
        Map<String, String> results = results(run);
        Optional<Component> built = run.findLabel(MetadataKeys.COMPONENT)
                .flatMap(name -> new IntegrationView(cluster).find(new ObjectKey("Component", run.namespace(), name)))
                .map(Component::of);
        if (built.isEmpty()
                || !results.containsKey(IMAGE_URL)
                || !results.containsKey(IMAGE_DIGEST)
                || run.findAnnotation(SNAPSHOT).isPresent()) {
            return;
        }
        SnapshotComponent image = image(built.get(), results);
        Snapshot draft = draft(run, built.get(), image, results);
        Snapshot created =
                Snapshot.of(names.create(cluster, draft.document(), draft.application(), now.toEpochMilli()));
        if (PushEvent.isPush(created)) {
            promote(built.get(), image);
        }
        cluster.patch(ObjectKey.of(run.document()), metadata("annotations", SNAPSHOT, created.name()));
    }

    private static SnapshotComponent image(Component built, Map<String, String> results) {
        String url = results.getOrDefault(IMAGE_URL, "");
        int tag = url.indexOf(':', url.lastIndexOf('/') + 1);
        String repository = tag < 0 ? url : url.substring(0, tag);
        return SnapshotComponent.of(built.name(), repository + "@" + results.get(IMAGE_DIGEST))
                .withSource(
                        results.getOrDefault(REPOSITORY, built.sourceUrl().orElse("")),
                        results.getOrDefault(COMMIT, ""));
    }

    private Snapshot draft(PipelineRun run, Component built, SnapshotComponent image, Map<String, String> results) {
        Snapshot.Builder draft = Snapshot.builder().namespace(run.namespace()).application(built.application());
        inherited(run, "labels").forEach(draft::label);
        inherited(run, "annotations").forEach(draft::annotation);
        draft.label(MetadataKeys.SNAPSHOT_TYPE, "component")
                .label(MetadataKeys.COMPONENT, built.name())
                .label(MetadataKeys.APPLICATION, built.application())
                .label(RUN, run.name())
                .annotation(WORKFLOW, PullRequestBuilds.isPush(run) ? "push" : "pull-request")
                .annotation(
                        TEST + "pipelinerunstarttime",
                        Long.toString(run.startTime().orElse(Instant.EPOCH).toEpochMilli()));
        run.completionTime()
                .ifPresent(end -> draft.label(TEST + "pipelinerunfinishtime", Long.toString(end.getEpochSecond())));
        results.forEach((name, value) -> {
            if (!value.isEmpty()) {
                draft.annotation(
                        TEST + "result-" + name.toLowerCase(Locale.ROOT).replace('_', '-'), value);
            }
        });
        draft.component(image);
        cluster.list("Component", Selection.in(run.namespace())).stream()
                .map(Component::of)
                .filter(other -> other.application().equals(built.application())
                        && !other.name().equals(built.name()))
                .forEach(other -> other.lastPromotedImage()
                        .ifPresent(latest -> draft.component(SnapshotComponent.of(other.name(), latest))));
        return draft.build();
    }

    /** What the Snapshot takes over; the keys of Pipelines as Code get a prefix of the service's own. */
    private static Map<String, String> inherited(PipelineRun run, String group) {
        Map<String, String> inherited = new TreeMap<>();
        run.document()
                .findObject("metadata", group)
                .orElse(DataObject.empty())
                .members()
                .forEach((key, value) -> {
                    String text = value.asText().orElse("");
                    if (key.startsWith(PIPELINES_AS_CODE)) {
                        inherited.put(PREFIX + key.substring(PIPELINES_AS_CODE.length()), text);
                    } else if (INHERITED.stream().anyMatch(key::startsWith)) {
                        inherited.put(key, text);
                    }
                });
        return inherited;
    }

    private static Map<String, String> results(PipelineRun run) {
        Map<String, String> results = new TreeMap<>();
        run.document()
                .items("status", "results")
                .forEach(result -> result.findText("value")
                        .ifPresent(value -> results.put(result.findText("name").orElse(""), value)));
        return results;
    }

    private void promote(Component built, SnapshotComponent image) {
        cluster.patchStatus(
                ObjectKey.of(built.document()),
                DataObject.of("status", DataObject.of("lastPromotedImage", Data.of(image.containerImage()))));
    }

    private static DataObject metadata(String group, String key, String value) {
        return DataObject.of("metadata", DataObject.of(group, DataObject.of(key, Data.of(value))));
    }
}
