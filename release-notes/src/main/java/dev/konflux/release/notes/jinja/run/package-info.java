/** Rendering: contexts, frames, loops, macros, blocks. */
@NullMarked
package dev.konflux.release.notes.jinja.run;

import org.jspecify.annotations.NullMarked;
