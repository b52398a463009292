/** What was released before and need not be released again. */
@NullMarked
package dev.konflux.release.notes.released;

import org.jspecify.annotations.NullMarked;
