package dev.konflux.release.model.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time of a release, in whole seconds, and the zone dates are written in. */
record ReleaseMoment(Instant time, ZoneId zone) {

    static ReleaseMoment of(Clock clock) {
        return new ReleaseMoment(clock.instant().truncatedTo(ChronoUnit.SECONDS), clock.getZone());
    }

    /** This moment in the given format of GNU {@code date}. */
    String format(String format) {
        return GnuDateFormat.format(time.atZone(zone), format).strip();
    }

    /** A date in the given format; empty for an empty date. */
    String format(String date, String format) {
        return date.isEmpty()
                ? ""
                : GnuDateFormat.format(GnuDate.parse(date, zone, time).atZone(zone), format)
                        .strip();
    }
}
