/** What a release makes of its Snapshot: reduction to one component, mapping onto repositories, tags. */
@NullMarked
package dev.konflux.release.model.mapping;

import org.jspecify.annotations.NullMarked;
