package dev.konflux.release.examples.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EveryTeamCanReleaseTest {

    @Property(tries = 50)
    void whateverTheTeamItsReleaseSucceeds(@ForAll Samples samples) {
        try (FakeReleaseService konflux = FakeReleaseService.start(samples.resources())) {
            Release done = konflux.release(samples.release()).await();

            assertThat(done.isReleased()).isTrue();
        }
    }
}
