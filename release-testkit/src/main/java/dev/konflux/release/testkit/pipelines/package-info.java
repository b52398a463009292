/**
 * Pipelines that really do the work: the graphs of the catalog's tasks, each task on the library's own parts, against a world in memory or
 * behind interfaces.
 */
@NullMarked
package dev.konflux.release.testkit.pipelines;

import org.jspecify.annotations.NullMarked;
