/** The fake Release Service in JUnit tests. */
@NullMarked
package dev.konflux.release.testkit.junit;

import org.jspecify.annotations.NullMarked;
