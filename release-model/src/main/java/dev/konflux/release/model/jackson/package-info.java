/** The one place where this module's values meet Jackson: for users who read and write them with mappers of their own. */
@NullMarked
package dev.konflux.release.model.jackson;

import org.jspecify.annotations.NullMarked;
