package dev.konflux.release.model.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.JsonReader;
import org.junit.jupiter.api.Test;

class SnapshotReductionTest {

    private static final DataObject SNAPSHOT = json("{\"components\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}");

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    private static DataObject labels(String component) {
        return json("{\"test.appstudio.openshift.io/type\": \"component\", \"appstudio.openshift.io/component\": \""
                + component + "\"}");
    }

    @Test
    void theBuiltComponentRemains() {
        assertThat(SnapshotReduction.of(SNAPSHOT, labels("b")).snapshot())
                .isEqualTo(json("{\"components\": [{\"name\": \"b\"}]}"));
    }

    @Test
    void withoutThatComponentAllGoOnWithAWarning() {
        SnapshotReduction reduction = SnapshotReduction.of(SNAPSHOT, labels("c"));

        assertThat(reduction.snapshot()).isEqualTo(SNAPSHOT);
        assertThat(reduction.warning())
                .contains("the Snapshot has 0 components named c, expected 1; all of its components are released");
    }

    @Test
    void labelsHaveToNameAComponent() {
        assertThatThrownBy(() -> SnapshotReduction.of(SNAPSHOT, DataObject.empty()))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessageStartingWith(
                        "Single component mode is enabled, but the snapshot is missing the required labels");
    }

    @Test
    void nothingIsAskedUnlessTheModeIsExactlyTrue() {
        assertThat(SnapshotReduction.of(SNAPSHOT, "True", "snapshot/s", "team", (type, namespace, name) -> {
                            throw new AssertionError("asked for " + name);
                        })
                        .snapshot())
                .isEqualTo(SNAPSHOT);
    }

    @Test
    void atMostOneComponentIsASingleComponent() {
        assertThatThrownBy(() -> SingleComponent.require(SNAPSHOT))
                .hasMessage("found 2 components, only one component per application is supported.");
        assertThatCode(() -> SingleComponent.require(DataObject.empty())).doesNotThrowAnyException();
    }
}
