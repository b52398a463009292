package dev.konflux.release.model.text;

/**
 * A place in a YAML text, counted from 0 as the readers of both dialects count.
 *
 * @param index characters before it
 * @param line lines before it
 * @param column characters before it in its line
 */
record YamlMark(int index, int line, int column) {

    /** The place behind an indicator of one character that stands here. */
    YamlMark behindIndicator() {
        return new YamlMark(index + 1, line, column + 1);
    }
}
