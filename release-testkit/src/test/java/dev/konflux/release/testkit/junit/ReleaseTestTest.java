package dev.konflux.release.testkit.junit;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.ReleaseAssert;
import dev.konflux.release.testkit.Worlds;
import org.junit.jupiter.api.Test;

@ReleaseTest
class ReleaseTestTest {

    @Test
    void serviceIsHandedIn(FakeReleaseService konflux) {
        konflux.create(Worlds.admission().build());
        konflux.create(Worlds.policy());

        Release done = konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

        assertThat(done).isReleased();
    }

    @Test
    void everyTestHasItsOwn(FakeReleaseService konflux) {
        assertThat(konflux.resources().all(Release.class)).isEmpty();
    }

    @Test
    void disappointmentShowsTheConditions(FakeReleaseService konflux) {
        Release failed =
                konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

        assertThatThrownBy(() -> ReleaseAssert.assertThat(failed).isReleased())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected Released to be Succeeded, it is Failed")
                .hasMessageContaining("no ReleasePlanAdmission found in namespace (managed)");
    }
}
