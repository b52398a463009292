package dev.konflux.release.policy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.golang.GoTime;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;

/** The time a policy is judged for: now, the newest attestation's, or one that the user names. */
public final class EffectiveTime {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private EffectiveTime() {}

    /**
     * The time that an argument of upstream's command means.
     *
     * @param argument {@code now} (in any case), {@code attestation}, an RFC 3339 time or a {@code YYYY-MM-DD}
     * @param clock the time it is
     * @param statements those of the image, by which {@code attestation} is resolved; without any that is the clock
     * @param pastAllowed whether a named time may have passed
     * @throws PolicyEvaluationException when the argument is no time, or a past one
     */
    public static Instant resolve(
            String argument, Instant clock, Collection<? extends Data> statements, boolean pastAllowed) {
        if (argument.toLowerCase(Locale.ROOT).equals("now")) {
            return clock;
        }
        if (argument.equals("attestation")) {
            return ofAttestations(clock, statements);
        }
        Instant named = PolicyTimes.findDate(argument).orElseThrow(() -> noTime(argument));
        if (!pastAllowed && named.isBefore(clock.minus(TOLERANCE))) {
            throw new PolicyEvaluationException(
                    "effective time " + named + " is in the past; use --allow-past-effective-time to override");
        }
        return named;
    }

    /** When the newest of the builds ended, or the clock when none of the attestations says so. Only the older provenance does. */
    public static Instant ofAttestations(Instant clock, Collection<? extends Data> statements) {
        return statements.stream()
                .flatMap(statement -> statement.findText("predicate", "metadata", "buildFinishedOn").stream())
                .flatMap(text -> GoTime.find(text).stream())
                .max(Comparator.naturalOrder())
                .orElse(clock);
    }

    private static PolicyEvaluationException noTime(String argument) {
        return new PolicyEvaluationException("invalid policy time argument: " + problem(GoTime::parse, argument) + "\n"
                + problem(GoTime::parseDate, argument));
    }

    private static String problem(Consumer<String> reading, String argument) {
        try {
            reading.accept(argument);
            return "";
        } catch (DateTimeParseException noTime) {
            return String.valueOf(noTime.getMessage());
        }
    }
}
