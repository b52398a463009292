package dev.konflux.release.model.golang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers are those of Go's {@code time.Parse}. */
class GoTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T09:45:50Z, 2026-03-03T09:45:50Z",
        "2026-03-03T9:45:50+01:30, 2026-03-03T08:15:50Z",
        "'2026-03-03T09:45:50,25Z', 2026-03-03T09:45:50.250Z",
        "2026-03-03T09:45:50-24:60, 2026-03-04T10:45:50Z"
    })
    void aMomentIsReadAsGoReadsIt(String text, Instant moment) {
        assertThat(GoTime.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-03T09:45:5<Z | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"5<Z\" as \"05\"",
                "2026-03-03t09:45:50Z | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"t09:45:50Z\" as \"T\"",
                "2026-03-03T09:45:50é | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\\xc3\\xa9\" as \"Z07:00\"",
                "2026-03-03T09:45:50ZZ | : extra text: \"Z\"",
                "2026-13-03T09:45:50Z | : month out of range",
                "2026-02-29T09:45:50Z | : day out of range",
                "2026-02-28T24:45:50Z | : hour out of range",
                "2026-02-28T23:45:50+25:0x | : time zone offset hour out of range",
                "2026-02-28T23:45:50+25:61 | : time zone offset minute out of range"
            })
    void aRefusalSaysInGosWordsWhereReadingEnded(String text, String problem) {
        assertThatThrownBy(() -> GoTime.parse(text))
                .isInstanceOf(DateTimeParseException.class)
                .hasMessageStartingWith("parsing time \"2026-")
                .hasMessageEndingWith("\"" + (problem.startsWith("as") ? " " : "") + problem);
    }

    @Test
    void aDateIsTheBeginningOfItsDay() {
        assertThat(GoTime.parseDate("2026-03-03")).isEqualTo("2026-03-03T00:00:00Z");
        assertThatThrownBy(() -> GoTime.parseDate("2026-3-03"))
                .hasMessage("parsing time \"2026-3-03\" as \"2006-01-02\": cannot parse \"3-03\" as \"01\"");
    }

    @ParameterizedTest
    @CsvSource({
        "7:32:41Z, true",
        "23:59:59.5, true",
        "23:59:59-02:00, true",
        "24:00:00, false",
        "12:00, false",
        "12:00:00 Z, false"
    })
    void aTimeOfDayMayHaveAnOffset(String text, boolean isOne) {
        assertThat(GoTime.isTimeOfDay(text)).isEqualTo(isOne);
    }
}
