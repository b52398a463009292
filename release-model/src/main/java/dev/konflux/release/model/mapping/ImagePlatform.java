package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.releasedata.Located;

/**
 * One platform of an image.
 *
 * @param os operating system, {@code linux}; empty text where the index does not say
 * @param architecture as the registry names it, {@code amd64}
 * @param digest of the manifest for this platform, {@code sha256:...}
 */
public record ImagePlatform(String os, String architecture, String digest) {

    /**
     * Reads an entry of the form {@code {"platform": {"os": ..., "architecture": ...}, "digest": ...}}, as manifest lists have it.
     *
     * @throws dev.konflux.release.model.releasedata.ReleaseDataException when architecture or digest is missing
     */
    public static ImagePlatform of(Data entry) {
        Located manifest = Located.root(entry);
        return new ImagePlatform(
                entry.findText("platform", "os").orElse(""),
                manifest.require("platform").require("architecture").text(),
                manifest.require("digest").text());
    }
}
