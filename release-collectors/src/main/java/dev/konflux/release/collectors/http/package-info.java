/** Calls of web servers that may be slow, busy, talkative or hostile. */
@NullMarked
package dev.konflux.release.collectors.http;

import org.jspecify.annotations.NullMarked;
