package dev.konflux.release.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What was admitted once is not looked at again; what came in past admission is. */
class AdmittedObjectsTest {

    private static final ObjectKey KEY = new ObjectKey("Release", "team", "first");

    private final ObjectStore store = new ObjectStore(
            InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z")), NameSource.counting(), ClusterAdmission.full());
    private final ObjectApi user = store.as("tester");

    private static DataObject release() {
        return Release.builder()
                .namespace("team")
                .name("first")
                .snapshot("build")
                .releasePlan("plan")
                .build()
                .document();
    }

    private static DataObject condition(String type, String status) {
        return DataObject.builder()
                .put("type", type)
                .put("status", status)
                .put("reason", "Tried")
                .put("message", "")
                .put("lastTransitionTime", "2030-01-01T00:00:00Z")
                .build();
    }

    private static DataObject withConditions(DataObject object, Data... conditions) {
        return object.withPath(DataArray.of(conditions), "status", "conditions");
    }

    @Test
    void faultyItemOfARestoredListIsStillRefused() {
        Data faulty = condition("Released", "Maybe");
        store.restore(withConditions(release(), faulty));
        DataObject stored = store.get(KEY);

        assertThatThrownBy(() -> user.updateStatus(withConditions(stored, faulty, condition("Validated", "True"))))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("status.conditions[0].status: Unsupported value: \"Maybe\"");
    }

    @Test
    void faultyItemBesideAnAdmittedOneIsRefused() {
        user.create(release());
        DataObject stored = user.updateStatus(withConditions(store.get(KEY), condition("Released", "True")));
        Data admitted = stored.items("status", "conditions").get(0);

        assertThatThrownBy(() -> user.updateStatus(withConditions(stored, admitted, condition("Validated", "Maybe"))))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("status.conditions[1].status: Unsupported value: \"Maybe\"");
    }

    @Test
    void unknownFieldBesideAdmittedOnesIsPruned() {
        user.create(release());
        DataObject stored = user.updateStatus(withConditions(store.get(KEY), condition("Released", "True")));

        DataObject changed = user.updateStatus(stored.withPath(Data.of("x"), "status", "unheardOf"));

        assertThat(changed.find("status", "unheardOf")).isEmpty();
        assertThat(changed.items("status", "conditions")).hasSize(1);
    }
}
