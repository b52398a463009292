/** Texts to trees: YAML in two dialects and JSON, with positions, limits and errors that name the place. */
@NullMarked
package dev.konflux.release.model.text;

import org.jspecify.annotations.NullMarked;
