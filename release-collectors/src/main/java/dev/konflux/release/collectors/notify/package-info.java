/** Who is told that a release ended: trackers, chats, pagers, change records, web hooks. All off unless asked for. */
@NullMarked
package dev.konflux.release.collectors.notify;

import org.jspecify.annotations.NullMarked;
