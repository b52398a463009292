package dev.konflux.release.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.Samples;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SamplesProviderTest {

    @Property(tries = 50)
    void whateverTheTeamItsReleaseSucceeds(@ForAll Samples samples) {
        try (FakeReleaseService konflux = FakeReleaseService.start(samples.resources())) {
            Release done = konflux.release(samples.release()).await();

            assertThat(done.isReleased()).isTrue();
        }
    }

    @Property(tries = 20)
    void samplesCanBePutTogether(@ForAll @Size(2) List<Samples> teams) {
        assertThat(teams)
                .hasSize(2)
                .allSatisfy(team -> assertThat(team.resources().all()).hasSize(4));
    }
}
