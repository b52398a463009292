/** The closed, immutable tree every document is first: values with the place they were read from. */
@NullMarked
package dev.konflux.release.model.data;

import org.jspecify.annotations.NullMarked;
