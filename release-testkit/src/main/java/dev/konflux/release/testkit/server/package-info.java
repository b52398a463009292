/** Servers on the loopback address for tests of programs that talk to the outside world. */
@NullMarked
package dev.konflux.release.testkit.server;

import org.jspecify.annotations.NullMarked;
