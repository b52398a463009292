/** Release data: what a release says about itself, merged from its documents, with the origin of every value. */
@NullMarked
package dev.konflux.release.model.releasedata;

import org.jspecify.annotations.NullMarked;
