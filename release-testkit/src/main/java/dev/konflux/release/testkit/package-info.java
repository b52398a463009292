/** A Release Service in memory for tests. */
@NullMarked
package dev.konflux.release.testkit;

import org.jspecify.annotations.NullMarked;
