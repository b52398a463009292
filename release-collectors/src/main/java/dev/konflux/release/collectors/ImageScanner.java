package dev.konflux.release.collectors;

import dev.konflux.release.model.data.DataObject;

/** Scans container images for vulnerabilities. */
@FunctionalInterface
public interface ImageScanner {

    /**
     * The scanner's answer, in which {@code result.vulnerabilities[].cveId} names what was found.
     *
     * @throws CollectorFailure when the image cannot be scanned
     */
    DataObject scan(String imageReference);

    /** No scanner is there. */
    static ImageScanner missing() {
        return image -> {
            throw CollectorFailure.of("no image scanner was given");
        };
    }

    /** Whether there is a scanner at all; upstream refuses to start the comparison without one. */
    default boolean isAvailable() {
        return true;
    }
}
