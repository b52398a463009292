/** Requests for advisories and what becomes of them. */
@NullMarked
package dev.konflux.release.notes.advisory;

import org.jspecify.annotations.NullMarked;
