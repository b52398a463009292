/** Releases of file-based catalogs, which have no advisory. */
@NullMarked
package dev.konflux.release.notes.fbc;

import org.jspecify.annotations.NullMarked;
