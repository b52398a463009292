package dev.konflux.release.testkit.autorelease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotNameTest {

    private static final long MOMENT = 1_787_226_600_123L;

    @Test
    void aNameIsTheGroupAndTheMoment() {
        assertThat(SnapshotName.of("shop", MOMENT, "")).isEqualTo("shop-20260820-115000-123");
    }

    @Test
    void aCollisionAddsTwoCharacters() {
        assertThat(SnapshotName.of("shop", MOMENT, "k7")).isEqualTo("shop-20260820-115000-123-k7");
    }

    @Test
    void theLongestNameHas63Characters() {
        assertThat(SnapshotName.of("a".repeat(100), MOMENT, "")).hasSize(63);
        assertThat(SnapshotName.of("a".repeat(100), MOMENT, "k7")).hasSize(63);
    }
}
