/** What a release ships, as the release notes list it. */
@NullMarked
package dev.konflux.release.notes.content;

import org.jspecify.annotations.NullMarked;
