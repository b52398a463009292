package dev.konflux.release.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviousReleaseTest {

    private static Release release(String name, String snapshot, String created) {
        return Release.of(DataObject.builder()
                .put(
                        "metadata",
                        DataObject.builder()
                                .put("name", name)
                                .put("namespace", "dev")
                                .put("creationTimestamp", created)
                                .build())
                .put("spec", DataObject.of("releasePlan", Data.of("plan"), "snapshot", Data.of(snapshot)))
                .build());
    }

    private static Release failed(Release release) {
        return ended(release, "False", "Failed");
    }

    private static Release released(Release release) {
        return ended(release, "True", "Succeeded");
    }

    private static Release ended(Release release, String status, String reason) {
        DataObject condition = DataObject.builder()
                .put("type", "Released")
                .put("status", status)
                .put("reason", reason)
                .build();
        return Release.of(release.document().withPath(DataArray.of(condition), "status", "conditions"));
    }

    private final Release current = release("r3", "s3", "2026-11-03T00:00:00Z");
    private final Release older = release("r1", "s1", "2026-11-01T00:00:00Z");
    private final Release newer = release("r2", "s2", "2026-11-02T00:00:00Z");

    @Test
    void theNewestEarlierReleaseOfThePlanIsThePreviousOne() {
        assertThat(PreviousRelease.of(current, List.of(older, current, newer))).contains(newer);
    }

    @Test
    void aFailedReleaseDoesNotCount() {
        assertThat(PreviousRelease.of(current, List.of(older, failed(newer)))).contains(older);
    }

    @Test
    void aReleaseOfTheSameSnapshotDoesNotCount() {
        assertThat(PreviousRelease.of(current, List.of(release("r2", "s3", "2026-11-02T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void aLaterReleaseDoesNotCount() {
        assertThat(PreviousRelease.of(current, List.of(release("r4", "s4", "2026-11-04T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void aRunningReleaseCountsUnlessOnlySuccessfulOnesShall() {
        assertThat(PreviousRelease.of(current, List.of(released(older), newer))).contains(newer);
        assertThat(PreviousRelease.succeeded(current, List.of(released(older), newer)))
                .contains(released(older));
        assertThat(PreviousRelease.succeeded(current, List.of(older, newer))).isEmpty();
    }

    @Test
    void ofSuccessfulOnesTheNewestEarlierOneIsTaken() {
        Release later = released(release("r4", "s4", "2026-11-04T00:00:00Z"));

        assertThat(PreviousRelease.succeeded(current, List.of(released(older), released(newer), later)))
                .contains(released(newer));
    }

    @Test
    void aNamedReleaseIsTakenHoweverItEnded() {
        assertThat(PreviousRelease.named("r1", current, List.of(newer, failed(older))))
                .isEqualTo(failed(older));
        assertThatThrownBy(() -> PreviousRelease.named("r9", current, List.of(newer, older)))
                .isInstanceOf(CollectorFailure.class)
                .hasMessage("no release dev/r9 to compare with");
    }
}
