/** Issue trackers. */
@NullMarked
package dev.konflux.release.notes.tracker;

import org.jspecify.annotations.NullMarked;
