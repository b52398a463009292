package dev.konflux.release.policy;

import dev.konflux.release.model.golang.GoTime;
import java.time.Instant;
import java.util.Optional;

/** The forms of time that policies know. */
final class PolicyTimes {

    private PolicyTimes() {}

    /** The time an RFC 3339 text or a {@code YYYY-MM-DD} (midnight UTC) names. */
    static Optional<Instant> findDate(String text) {
        return GoTime.find(text).or(() -> GoTime.findDate(text));
    }

    /** The time of a result's {@code effective_on}: RFC 3339 in UTC with a Z. */
    static Optional<Instant> findEffectiveOn(String text) {
        return text.endsWith("Z") ? GoTime.find(text) : Optional.empty();
    }
}
