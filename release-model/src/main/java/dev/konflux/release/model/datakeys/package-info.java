/** Which keys release data may have, of which types, and which of them the pipelines' systems demand. */
@NullMarked
package dev.konflux.release.model.datakeys;

import org.jspecify.annotations.NullMarked;
