package dev.konflux.release.testkit;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SamplesTest {

    @Property(tries = 100)
    void everyTeamCanRelease(@ForAll long number) {
        Samples samples = Samples.of(number);
        try (FakeReleaseService konflux = FakeReleaseService.start(samples.resources())) {
            Release done = konflux.release(samples.release()).await();

            assertThat(konflux, done).isReleased().succeeded(Phase.MANAGED);
        }
    }

    @Property(tries = 100)
    void sameNumberGivesTheSameResources(@ForAll long number) {
        assertThat(Samples.of(number).resources().all())
                .isEqualTo(Samples.of(number).resources().all());
    }
}
