package dev.konflux.release.notes.severity;

import java.util.Locale;
import java.util.Optional;

/** How bad a flaw is, worst first. */
public enum Impact {
    /** Critical. */
    CRITICAL,
    /** Important. */
    IMPORTANT,
    /** Moderate. */
    MODERATE,
    /** Low. */
    LOW;

    /** The impact of that name in any case; other words are none. */
    public static Optional<Impact> find(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        for (Impact impact : values()) {
            if (impact.name().equals(name)) {
                return Optional.of(impact);
            }
        }
        return Optional.empty();
    }

    /** The worse of two words; when neither is an impact the first one stays, in capitals. */
    public static String worse(String current, String other) {
        Optional<Impact> known = find(current);
        Optional<Impact> next = find(other);
        if (known.isEmpty() && next.isEmpty()) {
            return current.toUpperCase(Locale.ROOT);
        }
        return known.isPresent() && (next.isEmpty() || known.get().compareTo(next.get()) <= 0)
                ? known.get().name()
                : next.orElseThrow().name();
    }

    /** As advisories write it: {@code Critical}. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
