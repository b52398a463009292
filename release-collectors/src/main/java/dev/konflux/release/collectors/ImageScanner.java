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

    /**
     * The scanner's answer for an SBOM, in the same form.
     *
     * @throws CollectorFailure when it cannot be scanned, or this scanner takes only images
     */
    default DataObject scanSbom(DataObject sbom) {
        throw CollectorFailure.of("this scanner takes only images");
    }
}
