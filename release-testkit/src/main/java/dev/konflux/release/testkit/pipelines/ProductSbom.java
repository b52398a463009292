package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SBOM of a product, in SPDX 2.3: the product with its CPEs, and the images that were released as its parts. */
final class ProductSbom {

    private static final String PRODUCT = "SPDXRef-product";
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final String name;
    private final String version;
    private final List<Data> packages = new ArrayList<>();
    private final List<Data> relationships = new ArrayList<>();

    /** @param cpe a text or a list of texts */
    ProductSbom(String name, String version, Data cpe) {
        this.name = name;
        this.version = version;
        List<Data> cpes = cpe.asArray().map(DataArray::items).orElse(List.of(cpe));
        List<DataObject> references = cpes.stream()
                .flatMap(one -> one.asText().stream())
                .map(one -> reference("SECURITY", "cpe22Type", one))
                .toList();
        packages.add(entry(PRODUCT, name, references)
                .put("supplier", "Organization: Red Hat")
                .put("versionInfo", version)
                .build());
        relate(DOCUMENT, "DESCRIBES", PRODUCT);
    }

    /** Name and version, {@code Shop 1.4.0}. */
    String title() {
        return name + " " + version;
    }

    /** Adds a component of the mapped Snapshot with a package URL for each tag of each repository. */
    void add(DataObject component) {
        String image = component.findText("containerImage").orElse("");
        String digest = image.substring(image.indexOf('@') + 1);
        List<DataObject> references = new ArrayList<>();
        for (Data repository : component.items("repositories")) {
            String url = SigningTasks.deliveryName(repository);
            for (String tag : ImageTasks.tags(repository)) {
                String purl = "pkg:oci/" + url.substring(url.lastIndexOf('/') + 1) + "@" + digest + "?repository_url="
                        + url + "&tag=" + tag;
                references.add(reference("PACKAGE-MANAGER", "purl", purl));
            }
        }
        String called = component.findText("name").orElse("");
        String id = "SPDXRef-component-" + called;
        packages.add(entry(id, called, references)
                .put(
                        "checksums",
                        DataArray.of(DataObject.of(
                                "algorithm",
                                Data.of("SHA256"),
                                "checksumValue",
                                Data.of(digest.substring(digest.indexOf(':') + 1)))))
                .build());
        relate(id, "PACKAGE_OF", PRODUCT);
    }

    private static DataObject.Builder entry(String id, String name, List<DataObject> references) {
        return DataObject.builder()
                .put("SPDXID", id)
                .put("name", name)
                .put("downloadLocation", "NOASSERTION")
                .put("filesAnalyzed", false)
                .put("licenseDeclared", "NOASSERTION")
                .put("externalRefs", DataArray.of(references));
    }

    private static DataObject reference(String category, String type, String locator) {
        return DataObject.builder()
                .put("referenceCategory", category)
                .put("referenceType", type)
                .put("referenceLocator", locator)
                .build();
    }

    private void relate(String one, String how, String other) {
        relationships.add(DataObject.builder()
                .put("spdxElementId", one)
                .put("relationshipType", how)
                .put("relatedSpdxElement", other)
                .build());
    }

    /** The document as it was made at a time for a release. */
    DataObject document(String release, Instant now) {
        UUID id = UUID.nameUUIDFromBytes((release + " " + title()).getBytes(StandardCharsets.UTF_8));
        return DataObject.builder()
                .put("SPDXID", DOCUMENT)
                .put("spdxVersion", "SPDX-2.3")
                .put("dataLicense", "CC0-1.0")
                .put("name", title())
                .put("documentNamespace", "https://konflux-ci.dev/spdxdocs/" + title().replace(' ', '-') + "-" + id)
                .put(
                        "creationInfo",
                        DataObject.of(
                                "created",
                                Data.of(now.truncatedTo(ChronoUnit.SECONDS).toString()),
                                "creators",
                                DataArray.of(Data.of("Organization: Red Hat"), Data.of("Tool: Konflux CI"))))
                .put("packages", DataArray.of(packages))
                .put("relationships", DataArray.of(relationships))
                .build();
    }
}
