/** The tests. */
@NullMarked
package dev.konflux.release.notes.jinja.test;

import org.jspecify.annotations.NullMarked;
