package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.releasedata.Located;

/**
 * One platform of an image.
 *
 * @param architecture as registries name it: {@code amd64}, {@code arm64}
 * @param digest of that platform's own manifest, such as {@code sha256:0f3a}
 */
public record ImagePlatform(String architecture, String digest) {

    /** Reads an entry of the form {@code {"platform": {"architecture": ...}, "digest": ...}}, as manifest lists have it. */
    public static ImagePlatform of(Data entry) {
        Located manifest = Located.root(entry);
        return new ImagePlatform(
                manifest.require("platform").require("architecture").text(),
                manifest.require("digest").text());
    }
}
