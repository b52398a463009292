/**
 * The release operator: what wakes it, what it decides, and how its decisions reach the cluster. Decisions are pure: an operation reads a
 * view of the cluster and says what is to be done; one place does it.
 */
@NullMarked
package dev.konflux.release.testkit.operator;

import org.jspecify.annotations.NullMarked;
