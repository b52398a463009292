package dev.konflux.release.model.data;

import java.util.Locale;

/** The kinds of {@link Data}, named as JSON Schema names types. */
public enum DataKind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The lower-case word used in messages. */
    public String word() {
        return word;
    }
}
