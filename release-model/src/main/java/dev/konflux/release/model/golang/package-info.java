/** How the cluster's own language writes and reads values; the cluster's messages quote them so. */
@NullMarked
package dev.konflux.release.model.golang;

import org.jspecify.annotations.NullMarked;
