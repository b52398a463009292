package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application or component group of a Snapshot; the group wins when both are named. */
final class SnapshotOwner {

    static final String COMPONENT_GROUP = "appstudio.openshift.io/component-group";

    private static final String REFERENCES = "ownerReferences";

    private SnapshotOwner() {}

    /** Lets the owner own the Snapshot, or marks the Snapshot as invalid when it has none. */
    static boolean ensure(SnapshotRound round) {
        ObjectKey key = IntegrationView.ownerOf(round.snapshot());
        DataObject owner;
        try {
            owner = SnapshotRound.insistently(() -> round.view().get(key));
        } catch (ApiException failed) {
            if (!failed.error().isNotFound()) {
                throw failed;
            }
            orphan(round, key);
            return false;
        }
        DataObject document = round.snapshot().document();
        if (document.items("metadata", REFERENCES).stream().noneMatch(SnapshotOwner::isController)) {
            List<Data> references = new ArrayList<>(document.items("metadata", REFERENCES));
            references.add(referenceTo(owner));
            round.writeMetadata(Snapshot.of(document.withPath(DataArray.of(references), "metadata", REFERENCES)));
        }
        return true;
    }

    /** The label by which the Snapshots of the same owner are found. */
    static Map<String, String> label(Snapshot snapshot) {
        return snapshot.componentGroup().isEmpty()
                ? Map.of(MetadataKeys.APPLICATION, snapshot.application())
                : Map.of(COMPONENT_GROUP, snapshot.componentGroup());
    }

    private static boolean isController(Data reference) {
        return reference.find("controller").filter(Data.of(true)::equals).isPresent();
    }

    /** How an object names the owner that is responsible for it. */
    static DataObject referenceTo(DataObject owner) {
        return DataObject.builder()
                .put("apiVersion", owner.findText("apiVersion").orElse(""))
                .put("kind", owner.findText("kind").orElse(""))
                .put("name", owner.findText("metadata", "name").orElse(""))
                .put("uid", owner.findText("metadata", "uid").orElse(""))
                .put("controller", true)
                .put("blockOwnerDeletion", true)
                .build();
    }

    // A Snapshot that is invalid already keeps its message; the mark is not taken back when the owner appears.
    private static void orphan(SnapshotRound round, ObjectKey owner) {
        if (SnapshotConditions.isMarkedInvalid(round.snapshot())) {
            return;
        }
        String kind = owner.kind().equals("Application") ? "application" : "component group";
        round.setCondition(
                SnapshotConditions.INTEGRATION,
                "False",
                "Invalid",
                "The " + kind + " " + owner.name() + " owning this snapshot doesn't exist, try again after creating "
                        + kind);
    }
}
