/** Checks of values against JSON schemas, with the messages of the validator that the upstream engine has inside. */
@NullMarked
package dev.konflux.release.policy.schema;

import org.jspecify.annotations.NullMarked;
