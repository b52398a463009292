/** The immutable tree of a template. */
@NullMarked
package dev.konflux.release.notes.jinja.tree;

import org.jspecify.annotations.NullMarked;
