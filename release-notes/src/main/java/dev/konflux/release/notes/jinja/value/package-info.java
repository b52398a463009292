/** Python's values: printing, equality, order, arithmetic, iteration. */
@NullMarked
package dev.konflux.release.notes.jinja.value;

import org.jspecify.annotations.NullMarked;
