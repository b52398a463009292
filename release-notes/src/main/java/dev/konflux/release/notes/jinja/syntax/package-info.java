/** From the text of a template to its tree. */
@NullMarked
package dev.konflux.release.notes.jinja.syntax;

import org.jspecify.annotations.NullMarked;
