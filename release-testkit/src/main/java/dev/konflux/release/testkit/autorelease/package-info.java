/** Auto-release: what the integration service makes of a Snapshot. */
@NullMarked
package dev.konflux.release.testkit.autorelease;

import org.jspecify.annotations.NullMarked;
