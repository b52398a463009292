/** The pipeline runs the operator asks for: what they are told, how long they may take, what a retry gets more of, and how they ended. */
@NullMarked
package dev.konflux.release.testkit.runs;

import org.jspecify.annotations.NullMarked;
