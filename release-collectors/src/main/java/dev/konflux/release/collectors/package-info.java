/** What was fixed since the previous release. */
@NullMarked
package dev.konflux.release.collectors;

import org.jspecify.annotations.NullMarked;
