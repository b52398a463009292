/** How severe the flaws are that an advisory fixes. */
@NullMarked
package dev.konflux.release.notes.severity;

import org.jspecify.annotations.NullMarked;
