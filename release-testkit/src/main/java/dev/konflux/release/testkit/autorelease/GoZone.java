package dev.konflux.release.testkit.autorelease;

import dev.cel.runtime.CelEvaluationException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Time zones as cel-go reads them: hours and minutes with a colon, else a name of the zone database. */
final class GoZone {

    private static final int MINUTES = 60;
    private static final String JAVA_ONLY = "SystemV/";
    private static final String WITHOUT_LEAP_SECONDS = "posix/";

    // In the zone database, but not among those of every Java.
    private static final Map<String, ZoneId> MORE_NAMES = Map.of(
            "ROC", ZoneId.of("Asia/Taipei"),
            "GMT+0", ZoneOffset.UTC,
            "GMT-0", ZoneOffset.UTC,
            "EST", ZoneOffset.ofHours(-5),
            "MST", ZoneOffset.ofHours(-7),
            "HST", ZoneOffset.ofHours(-10));

    private GoZone() {}

    /**
     * The time of day and date at a moment in a zone.
     *
     * @throws CelEvaluationException when there is no such zone
     */
    static LocalDateTime at(Instant moment, String zone) throws CelEvaluationException {
        int colon = zone.indexOf(':');
        if (colon < 0) {
            return LocalDateTime.ofInstant(moment, named(zone));
        }
        long hours = number(zone.substring(0, colon));
        long minutes = number(zone.substring(colon + 1));
        long offset = hours * MINUTES + (zone.startsWith("-") ? -minutes : minutes);
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).plusMinutes(offset);
    }

    private static long number(String text) throws CelEvaluationException {
        if (!text.matches("[+-]?\\d{1,5}")) {
            throw new CelEvaluationException("strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        return Long.parseLong(text);
    }

    // The zone of the process is taken to be UTC.
    private static ZoneId named(String name) throws CelEvaluationException {
        if (name.isEmpty() || name.equals("Local")) {
            return ZoneOffset.UTC;
        }
        if (name.startsWith(WITHOUT_LEAP_SECONDS)) {
            return named(name.substring(WITHOUT_LEAP_SECONDS.length()));
        }
        ZoneId known = MORE_NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith(JAVA_ONLY)) {
            return ZoneId.of(name);
        }
        throw new CelEvaluationException("unknown time zone " + name);
    }
}
