/** A cluster's object store in memory: names, versions, finalizers, sub-resources, admission and watch events. */
@NullMarked
package dev.konflux.release.testkit.store;

import org.jspecify.annotations.NullMarked;
