package dev.konflux.release.model.mapping;

/**
 * One platform of an image.
 *
 * @param os operating system, {@code linux}
 * @param architecture as the registry names it, {@code amd64}
 * @param digest digest of the image for this platform, {@code sha256:...}
 */
public record ImagePlatform(String os, String architecture, String digest) {}
