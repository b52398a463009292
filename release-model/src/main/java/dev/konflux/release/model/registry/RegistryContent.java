package dev.konflux.release.model.registry;

import java.util.List;
import java.util.Optional;

/** What registries hold, as the OCI distribution interface gives it out. */
public interface RegistryContent {

    /** The manifest a reference leads to; empty when the registry has none under that name. */
    Optional<ImageManifest> findManifest(ImageReference reference);

    /** The bytes of a digest in a repository; empty when the registry has none. */
    Optional<byte[]> findBlob(ImageReference repository, String digest);

    /** The tags of a repository in the registry's order; none for a repository that does not exist. */
    List<String> tags(ImageReference repository);
}
