/** What every implementation of an SPI must keep, as test classes to extend. They need JUnit Jupiter. */
@NullMarked
package dev.konflux.release.testkit.contract;

import org.jspecify.annotations.NullMarked;
