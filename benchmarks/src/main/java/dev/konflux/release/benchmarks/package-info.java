/** JMH benchmarks. */
@NullMarked
package dev.konflux.release.benchmarks;

import org.jspecify.annotations.NullMarked;
