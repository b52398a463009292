/** The checks the operator makes before it starts a release. */
@NullMarked
package dev.konflux.release.model.validation;

import org.jspecify.annotations.NullMarked;
