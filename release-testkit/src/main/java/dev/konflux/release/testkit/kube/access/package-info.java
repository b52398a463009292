/** Who asks, and what he may do. */
@NullMarked
package dev.konflux.release.testkit.kube.access;

import org.jspecify.annotations.NullMarked;
