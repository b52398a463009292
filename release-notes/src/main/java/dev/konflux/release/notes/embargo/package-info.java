/** Whether a release would tell what is still secret. */
@NullMarked
package dev.konflux.release.notes.embargo;

import org.jspecify.annotations.NullMarked;
