package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import java.util.List;
import java.util.stream.Stream;

/** The RPM packages an SBOM lists, in CycloneDX or SPDX. */
final class RpmPackages {

    private static final String RPM = "pkg:rpm/";

    private RpmPackages() {}

    /** Their package URLs in the order of the SBOM. */
    static List<String> in(Data sbom) {
        Stream<String> cycloneDx =
                sbom.items("components").stream().flatMap(component -> component.findText("purl").stream());
        Stream<String> spdx = sbom.items("packages").stream()
                .flatMap(entry -> entry.items("externalRefs").stream())
                .flatMap(reference -> reference.findText("referenceLocator").stream());
        return Stream.concat(cycloneDx, spdx)
                .filter(purl -> purl.startsWith(RPM))
                .toList();
    }
}
