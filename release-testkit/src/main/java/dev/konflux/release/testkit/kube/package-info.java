/** The protocol of the Kubernetes API server over an object store, with and without a network. */
@NullMarked
package dev.konflux.release.testkit.kube;

import org.jspecify.annotations.NullMarked;
