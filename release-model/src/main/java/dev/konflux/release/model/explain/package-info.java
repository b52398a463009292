/** Why something is released or not, condition by condition. */
@NullMarked
package dev.konflux.release.model.explain;

import org.jspecify.annotations.NullMarked;
