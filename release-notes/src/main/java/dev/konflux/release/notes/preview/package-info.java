/** What an advisory would say, before anything is released. */
@NullMarked
package dev.konflux.release.notes.preview;

import org.jspecify.annotations.NullMarked;
