/** A Release Service on a real cluster. */
@NullMarked
package dev.konflux.release.kubernetes;

import org.jspecify.annotations.NullMarked;
