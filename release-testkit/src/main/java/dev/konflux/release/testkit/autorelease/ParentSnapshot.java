package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.util.List;

/** The Snapshot of a component group that a Snapshot of a group inside it leads to. */
final class ParentSnapshot {

    static final String SOURCE = "test.appstudio.openshift.io/source-repo-url";
    static final String LEFT_OUT = "test.appstudio.openshift.io/create-snapshot-status";
    private static final String CHILD = "test.appstudio.openshift.io/child-snapshot";
    private static final String VERSION = "appstudio.openshift.io/version";

    private ParentSnapshot() {}

    /**
     * The Snapshot, still without a name: what was promoted last in the group, and what is new in the child.
     *
     * @throws ApiException when the group holds itself, nothing usable remains, or the child lacks what it says is new
     */
    static DataObject of(ComponentGroup group, Snapshot child, IntegrationView view) {
        GroupImages images = GroupImages.of(group, view);
        List<SnapshotComponent> built = built(child);
        built.forEach(images::replace);
        if (images.isEmpty()) {
            throw failure("The component(s) '" + images.leftOut()
                    + "' is(are) invalid due to missing valid container image or git source");
        }
        return document(group, images, annotations(child, built, images.leftOut()));
    }

    private static DataObject document(ComponentGroup group, GroupImages images, DataObject annotations) {
        DataObject metadata = DataObject.builder()
                .put("namespace", group.namespace())
                .put("annotations", annotations)
                .put("ownerReferences", DataArray.of(SnapshotOwner.referenceTo(group.document())))
                .build();
        DataObject spec = DataObject.builder()
                .put("componentGroup", group.name())
                .put("components", images.components())
                .put("artifacts", DataObject.empty())
                .build();
        return DataObject.builder()
                .put("apiVersion", "appstudio.redhat.com/v1alpha1")
                .put("kind", "Snapshot")
                .put("metadata", metadata)
                .put("spec", spec)
                .build();
    }

    private static DataObject annotations(Snapshot child, List<SnapshotComponent> built, String leftOut) {
        DataObject.Builder annotations = DataObject.builder();
        if (built.size() == 1 && built.get(0).data().findObject("source", "git").isPresent()) {
            annotations.put(SOURCE, built.get(0).sourceUrl().orElse(""));
        }
        if (!leftOut.isEmpty()) {
            annotations.put(
                    LEFT_OUT,
                    "Component(s) '" + leftOut
                            + "' is(are) not included in snapshot due to missing valid containerImage or git source");
        }
        return annotations.put(CHILD, child.name()).build();
    }

    /** What is new in the child: of an override everything, of a group what its pull requests built, else what was built. */
    private static List<SnapshotComponent> built(Snapshot child) {
        try {
            return switch (child.type()) {
                case "component" ->
                    List.of(find(
                            child,
                            child.findLabel(MetadataKeys.COMPONENT).orElse(""),
                            child.findAnnotation(VERSION).orElse("")));
                case "group" -> builtInGroup(child);
                case "override" -> child.components();
                default -> List.of();
            };
        } catch (ApiException failed) {
            throw failure("error getting new components in snapshot: "
                    + failed.error().message());
        }
    }

    private static List<SnapshotComponent> builtInGroup(Snapshot child) {
        Data said;
        try {
            said = JsonReader.create()
                    .read(child.findAnnotation(GroupDocument.INFO).orElse("[]"), GroupDocument.INFO);
        } catch (DataSyntaxException e) {
            throw failure("failed to unmarshal JSON string: " + e.getMessage());
        }
        return said.items().stream()
                .map(info -> find(
                        child,
                        info.findText("component").orElse(""),
                        info.findText("version").orElse("")))
                .toList();
    }

    private static SnapshotComponent find(Snapshot child, String name, String version) {
        return child.components().stream()
                .filter(component -> component.name().equals(name))
                .filter(component -> version.isEmpty()
                        || component.version().orElse("").isEmpty()
                        || component.version().orElse("").equals(version))
                .findFirst()
                .orElseThrow(() -> failure("the snapshot '" + child.name()
                        + "' does not contain the updated component/version '" + name + " (version " + version + ")'"));
    }

    private static ApiException failure(String message) {
        return new ApiException(ApiError.of(0, "", message));
    }
}
