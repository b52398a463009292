/** The collectors that come with the library, with upstream's answers. */
@NullMarked
package dev.konflux.release.collectors.builtin;

import org.jspecify.annotations.NullMarked;
