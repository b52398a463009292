/** Finds what is accepted but not meant, and what is not accepted, before the cluster does. */
@NullMarked
package dev.konflux.release.model.lint;

import org.jspecify.annotations.NullMarked;
