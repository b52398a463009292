package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.golang.GoJson;
import java.util.List;

/** The Snapshot of a group of pull requests, as the service sends it. */
final class GroupDocument {

    static final String INFO = "test.appstudio.openshift.io/group-test-info";

    private static final String EVENT = "pac.test.appstudio.openshift.io/event-type";
    private static final String SPAN_CONTEXT = "tekton.dev/pipelinerunSpanContext";

    private GroupDocument() {}

    static DataObject of(PullRequestGroup group, GroupContents.Parts parts, SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        boolean ofApplication = snapshot.componentGroup().isEmpty();
        String owner = ofApplication ? snapshot.application() : snapshot.componentGroup();
        DataObject owning = round.view().get(IntegrationView.ownerOf(snapshot));
        DataObject metadata = DataObject.builder()
                .put("name", SnapshotName.of(owner, round.now().toEpochMilli(), ""))
                .put("namespace", snapshot.namespace())
                .put("labels", labels(group, snapshot))
                .put("annotations", annotations(group, parts.built(), snapshot, ofApplication))
                .put("ownerReferences", DataArray.of(SnapshotOwner.referenceTo(owning)))
                .build();
        List<Data> components =
                parts.components().stream().<Data>map(SnapshotComponent::data).toList();
        return DataObject.builder()
                .put("apiVersion", "appstudio.redhat.com/v1alpha1")
                .put("kind", "Snapshot")
                .put("metadata", metadata)
                .put(
                        "spec",
                        DataObject.builder()
                                .put(ofApplication ? "application" : "componentGroup", owner)
                                .put("components", DataArray.of(components))
                                .put("artifacts", DataObject.empty())
                                .build())
                .build();
    }

    private static DataObject labels(PullRequestGroup group, Snapshot snapshot) {
        DataObject.Builder labels = DataObject.builder()
                .put(EVENT, snapshot.findLabel(EVENT).orElse(""))
                .put(MetadataKeys.SNAPSHOT_TYPE, "group")
                .put(PullRequestGroup.HASH, group.hash());
        // The service goes by the application here even when the group is named, too.
        if (snapshot.application().isEmpty()) {
            labels.put(SnapshotOwner.COMPONENT_GROUP, snapshot.componentGroup());
        } else {
            labels.put(MetadataKeys.APPLICATION, snapshot.application());
        }
        return labels.build();
    }

    private static DataObject annotations(
            PullRequestGroup group, List<GroupContents.Built> built, Snapshot snapshot, boolean ofApplication) {
        DataArray infos = DataArray.of(built.stream().map(GroupDocument::info).toList());
        DataObject.Builder annotations =
                DataObject.builder().put(PullRequestGroup.NAME, group.name()).put(INFO, GoJson.writeInOrder(infos));
        snapshot.findAnnotation(SPAN_CONTEXT)
                .filter(context -> ofApplication && !context.isEmpty())
                .ifPresent(context -> annotations.put(SPAN_CONTEXT, context));
        return annotations.build();
    }

    private static DataObject info(GroupContents.Built built) {
        return DataObject.builder()
                .put("namespace", built.snapshot().namespace())
                .put("component", built.component())
                .put(
                        "buildPipelineRun",
                        built.snapshot().findLabel(BuildRuns.RUN).orElse(""))
                .put("snapshot", built.snapshot().name())
                .put("repoUrl", built.repository())
                .put("pullRequestNumber", built.pullRequest())
                .put("version", built.version())
                .build();
    }
}
