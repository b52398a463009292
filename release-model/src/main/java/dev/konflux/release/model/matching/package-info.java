/** Which plan goes with which admission, judged as the operator judges it. */
@NullMarked
package dev.konflux.release.model.matching;

import org.jspecify.annotations.NullMarked;
