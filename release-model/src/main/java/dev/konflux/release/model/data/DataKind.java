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

    /** The lower-case word used in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
