/** Reading from servers with limits: bounded time and size, credentials that stay with the host they are meant for. */
@NullMarked
package dev.konflux.release.model.http;

import org.jspecify.annotations.NullMarked;
