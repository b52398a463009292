/** Generators for properties of jqwik, which finds them by itself: this jar on the test's class path is enough. */
@NullMarked
package dev.konflux.release.jqwik;

import org.jspecify.annotations.NullMarked;
