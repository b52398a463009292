package dev.konflux.release.testkit.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.notes.rpm.RpmFile;
import org.junit.jupiter.api.Test;

class RpmsInMemoryTest {

    @Test
    void aRepositoryKnowsAPackageByNameEpochVersionReleaseAndArchitecture() {
        RpmFile built = rpm("d1", "0");
        RpmsInMemory rpms = new RpmsInMemory().built("quay.io/rpms/hello@sha256:aa", built);
        rpms.published("x86_64", rpm("d2", "0")).published("x86_64", rpm("d3", "1"));

        assertThat(rpms.in("quay.io/rpms/hello@sha256:aa")).containsExactly(built);
        assertThat(rpms.in("quay.io/rpms/other@sha256:bb")).isEmpty();
        assertThat(rpms.digestsOf(built, "x86_64")).containsExactly("d2");
        assertThat(rpms.digestsOf(built, "aarch64")).isEmpty();
    }

    private static RpmFile rpm(String sha256, String epoch) {
        return new RpmFile("hello-1.0-1.el9.x86_64.rpm", sha256, "hello", epoch, "1.0", "1.el9", "x86_64");
    }
}
