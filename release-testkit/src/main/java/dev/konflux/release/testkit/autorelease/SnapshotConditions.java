package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a Snapshot, as the service writes them. */
final class SnapshotConditions {

    static final String TESTS = "AppStudioTestSucceeded";
    static final String INTEGRATION = "AppStudioIntegrationStatus";
    static final String AUTO_RELEASED = "AutoReleased";
    static final String PARENTS = "ParentSnapshotsCreated";

    private SnapshotConditions() {}

    static boolean isCanceled(Snapshot snapshot) {
        return snapshot.findIntegrationCondition()
                .filter(status -> status.isTrue() && status.reason().equals("Canceled"))
                .isPresent();
    }

    /** Whether the service has said so itself; the gate is stricter and does not look at the condition's status. */
    static boolean isMarkedInvalid(Snapshot snapshot) {
        return snapshot.findIntegrationCondition()
                .filter(status -> status.isFalse() && status.reason().equals("Invalid"))
                .isPresent();
    }

    static boolean isInProgress(Snapshot snapshot) {
        return snapshot.findIntegrationCondition()
                .filter(status -> status.reason().equals("InProgress"))
                .isPresent();
    }

    /** The Snapshot with the condition in its place or at the end; its time moves only when its status changes. */
    static Snapshot with(Snapshot snapshot, String type, String status, String reason, String message, Instant now) {
        Data since = snapshot.findCondition(type)
                .filter(old -> old.status().equals(status))
                .flatMap(old -> old.data().find("lastTransitionTime"))
                .orElseGet(() -> Data.of(now.truncatedTo(ChronoUnit.SECONDS).toString()));
        DataObject written = DataObject.builder()
                .put("type", type)
                .put("status", status)
                .put("reason", reason)
                .put("message", message)
                .put("lastTransitionTime", since)
                .build();
        DataObject document = snapshot.document();
        List<Data> conditions = new ArrayList<>();
        boolean replaced = false;
        for (Data old : document.items("status", "conditions")) {
            boolean same = old.findText("type").filter(type::equals).isPresent();
            conditions.add(same ? written : old);
            replaced |= same;
        }
        if (!replaced) {
            conditions.add(written);
        }
        return Snapshot.of(document.withPath(DataArray.of(conditions), "status", "conditions"));
    }
}
