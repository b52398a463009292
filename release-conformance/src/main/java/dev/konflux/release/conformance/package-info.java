/** The answering program of the conformance check: translates between the corpus's JSON and the public API. */
@NullMarked
package dev.konflux.release.conformance;

import org.jspecify.annotations.NullMarked;
