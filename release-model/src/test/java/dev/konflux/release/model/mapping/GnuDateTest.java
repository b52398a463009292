package dev.konflux.release.model.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GnuDateTest {

    private static final Instant NOW = Instant.parse("2026-08-20T12:31:35Z");

    private static Instant parse(String text) {
        return GnuDate.parse(text, ZoneOffset.UTC, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-15T10:30:00Z | 1768473000",
                "2026-01-15T10:30:00 | 1768473000",
                "2026-01-15 10:30:00.5 +0530 | 1768453200",
                "2026-01-15 | 1768435200",
                "20260115 10:30 | 1768473000",
                "Thu, 15 Jan 2026 10:30:00 GMT | 1768473000",
                "Thu Jan 15 10:30:00 UTC 2026 | 1768473000",
                "Jan 15, 2026 10:30 PM | 1768516200",
                "01/15/2026 | 1768435200",
                "20260115T1030 | 1768498200",
                "2026-01-15T10:30 A | 1768469400",
                "2026-01-15 10:30 M | 1768429800",
                "15-Jan-26 10:30 MST | 1768498200",
                "Thu, 15 Jan 10:30:00 2026 | 1768473000",
                "1/15 10:30 | 1768473000",
                "18 Jan | 1768694400",
                "2026 | 1787257560",
                "9 | 1787216400",
                "9pm | 1787259600",
                "@1700000000 | 1700000000",
            })
    void datesAreReadAsGnuDateReadsThem(String text, long seconds) {
        assertThat(parse(text).getEpochSecond()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not a date", "2026-02-30T00:00:00Z", "2026-01-15T24:00:00Z", "1768473000", "2026-01-15T10:30Z Z"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("date: invalid date '" + text + "'");
    }

    @Property
    void secondsSurviveWritingAndReading(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        String written = GnuDateFormat.format(Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC), "%FT%T%:z");

        assertThat(parse(written).getEpochSecond()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y%m%d%H%M%S | 20260115090507",
                "%s-x | 1768467907-x",
                "%G%V | 202603",
                "%U-%W-%j | 02-02-015",
                "%-m.%_d.%e | 1.15.15",
                "%3N|012",
                "%^a%#p | THUam",
                "%Z%z | UTC+0000",
                "%q | 1",
                "plain | plain",
                "%Q | %Q",
                "%010s | 1768467907",
                "%12s | 001768467907",
                "%::U|%::U",
                "%Od%EY | 152026",
                "%Ed%OY | %Ed%OY",
                "%E%%5% | %E%%5%",
                "%-N | 012345678",
            })
    void datesAreWrittenAsGnuDateWritesThem(String format, String written) {
        Instant time = Instant.parse("2026-01-15T09:05:07.012345678Z");

        assertThat(GnuDateFormat.format(time.atZone(ZoneOffset.UTC), format)).isEqualTo(written);
    }
}
