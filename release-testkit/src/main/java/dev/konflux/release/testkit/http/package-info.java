/** A small HTTP/1.1 server for the loopback address, a thread a connection. */
@NullMarked
package dev.konflux.release.testkit.http;

import org.jspecify.annotations.NullMarked;
