/** Server-side apply: which manager owns which field of an object, and what an applied configuration makes of it. */
@NullMarked
package dev.konflux.release.testkit.kube.apply;

import org.jspecify.annotations.NullMarked;
