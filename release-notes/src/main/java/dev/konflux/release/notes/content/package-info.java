@NullMarked
package dev.konflux.release.notes.content;

import org.jspecify.annotations.NullMarked;
