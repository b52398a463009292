/** From the tree of a template to closures with resolved variables. */
@NullMarked
package dev.konflux.release.notes.jinja.compile;

import org.jspecify.annotations.NullMarked;
