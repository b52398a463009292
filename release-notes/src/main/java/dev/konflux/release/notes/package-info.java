/** Release notes: templates, advisories, preview. */
@NullMarked
package dev.konflux.release.notes;

import org.jspecify.annotations.NullMarked;
