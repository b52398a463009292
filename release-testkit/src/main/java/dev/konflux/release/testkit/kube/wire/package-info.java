/** The API server's built-in types, and how they travel as protobuf. */
@NullMarked
package dev.konflux.release.testkit.kube.wire;

import org.jspecify.annotations.NullMarked;
