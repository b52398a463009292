package dev.konflux.release.notes.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @Property
    void everyInstantIsReadBack(@ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long seconds) {
        assertThat(IsoTime.secondsOf(Instant.ofEpochSecond(seconds).toString())).hasValue(seconds);
    }

    @Property
    void noTextBreaksTheReader(@ForAll String text) {
        assertThat(IsoTime.secondsOf(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T10:30:00+05:30, 1768453200",
        "20260115T103000Z, 1768473000",
        "2026-W03-4, 1768435200",
        "2026-01-15 10:30, 1768473000",
        "1969-12-31T23:59:59.5Z, 0",
    })
    void manyFormsAreTimes(String text, long seconds) {
        assertThat(IsoTime.secondsOf(text)).isEqualTo(OptionalLong.of(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T24:00:00Z", "2026-02-30", "0000-01-01", "2026-01", "2026-01-15T1", "tomorrow"})
    void otherTextsAreNone(String text) {
        assertThat(IsoTime.secondsOf(text)).isEmpty();
    }
}
