/** The outside world of a release, held in memory: images, issues, flaws, the catalog, advisories, signatures. */
@NullMarked
package dev.konflux.release.testkit.surroundings;

import org.jspecify.annotations.NullMarked;
