/** Releases of RPM packages: which of them are new, and which repositories they go to. */
@NullMarked
package dev.konflux.release.notes.rpm;

import org.jspecify.annotations.NullMarked;
