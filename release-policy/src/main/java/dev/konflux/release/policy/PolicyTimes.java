package dev.konflux.release.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The forms of time that policies know. */
final class PolicyTimes {

    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:[.,](\\d+))?" + "(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private PolicyTimes() {}

    /** The time an RFC 3339 text or a {@code YYYY-MM-DD} (midnight UTC) names. */
    static Optional<Instant> findDate(String text) {
        return findTimestamp(text).or(() -> findDay(text));
    }

    /** The time of a result's {@code effective_on}: RFC 3339 in UTC with a Z. */
    static Optional<Instant> findEffectiveOn(String text) {
        return text.endsWith("Z") ? findTimestamp(text) : Optional.empty();
    }

    /** The time an RFC 3339 text names. */
    static Optional<Instant> findTimestamp(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String fraction = parts.group(7) == null ? "" : parts.group(7);
            LocalDateTime time = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6),
                    Integer.parseInt((fraction + "000000000").substring(0, 9)));
            return Optional.of(time.toInstant(offset(parts.group(8))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> findDay(String text) {
        if (!DATE.matches(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String text) {
        return text.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
