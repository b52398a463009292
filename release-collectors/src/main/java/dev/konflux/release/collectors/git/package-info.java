/** Git repositories as collectors see them. */
@NullMarked
package dev.konflux.release.collectors.git;

import org.jspecify.annotations.NullMarked;
