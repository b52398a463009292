/** The rules that the library brings along. */
@NullMarked
package dev.konflux.release.policy.builtin;

import org.jspecify.annotations.NullMarked;
