/** A consumer's code: only public API. */
@NullMarked
package dev.konflux.release.examples;

import org.jspecify.annotations.NullMarked;
