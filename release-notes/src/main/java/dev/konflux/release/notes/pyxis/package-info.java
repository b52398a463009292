/** The catalog of published repositories. */
@NullMarked
package dev.konflux.release.notes.pyxis;

import org.jspecify.annotations.NullMarked;
