/** A collector of one's own: what a plug-in needs. */
@NullMarked
package dev.konflux.release.examples.changelog;

import org.jspecify.annotations.NullMarked;
