package dev.konflux.release.notes.jinja.run;

/** How a statement ended. */
public enum Flow {
    NEXT,
    BREAK,
    CONTINUE
}
