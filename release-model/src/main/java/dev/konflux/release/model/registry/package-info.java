/** Images in registries: references, manifests, and the OCI distribution interface over HTTP. */
@NullMarked
package dev.konflux.release.model.registry;

import org.jspecify.annotations.NullMarked;
