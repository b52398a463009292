/** The part of jq that parameters of collectors can reach. */
@NullMarked
package dev.konflux.release.collectors.jq;

import org.jspecify.annotations.NullMarked;
