package dev.konflux.release.notes;

/**
 * A text that is put into HTML as it is.
 *
 * @param html the text
 */
public record SafeText(String html) {}
