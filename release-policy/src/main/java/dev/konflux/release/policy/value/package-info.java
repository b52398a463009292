/** Values that may be undefined, and how the upstream engine orders, prints and takes them apart. */
@NullMarked
package dev.konflux.release.policy.value;

import org.jspecify.annotations.NullMarked;
