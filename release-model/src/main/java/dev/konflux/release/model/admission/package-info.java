/** What the cluster stores of a document, and why it refuses one: schemas, object metadata and the webhooks of the release service. */
@NullMarked
package dev.konflux.release.model.admission;

import org.jspecify.annotations.NullMarked;
