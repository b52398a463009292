package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of images: one for each repository and platform of each component. */
final class ImageRows {

    private static final Pattern BY_DIGEST_ONLY = Pattern.compile("^[^:]+@sha256:[0-9a-f]+$", Pattern.UNIX_LINES);

    private final ImageArchitectures architectures;
    private final List<String> warnings;

    ImageRows(ImageArchitectures architectures, List<String> warnings) {
        this.architectures = architectures;
        this.warnings = warnings;
    }

    List<DataObject> of(Located data, Located snapshot) {
        List<Located> components = snapshot.itemsOf("components");
        List<DataObject> rows = new ArrayList<>();
        if (!components.isEmpty()) {
            FixedCves cves = FixedCves.in(data);
            components.forEach(component -> addRows(component, cves, rows));
        }
        return rows;
    }

    private void addRows(Located component, FixedCves cves, List<DataObject> rows) {
        Located image = component.require("containerImage");
        // a port before the digest is refused like a tag
        if (!BY_DIGEST_ONLY.matcher(image.text()).find()) {
            throw image.problem("Failed to extract sha256 tag from " + image.text() + ". Exiting with failure");
        }
        List<ImagePlatform> platforms = architectures.of(image.text());
        String created = new CreatedTag(warnings).of(component);
        for (Located repository : component.itemsOf("repositories")) {
            Data tags = repository.orElse("tags", DataArray.empty());
            String tag = created.isEmpty()
                    ? UniqueTag.of(new Located(tags, repository.path().member("tags")))
                    : created;
            for (ImagePlatform platform : platforms) {
                rows.add(row(component, repository, platform, tags, tag, cves));
            }
        }
    }

    private static DataObject row(
            Located component, Located repository, ImagePlatform platform, Data tags, String tag, FixedCves cves) {
        String delivery = repository.require("rh-registry-repo").text();
        Data name = component.require("name").value();
        String purlName = component
                .findTrue("canonicalName")
                .map(canonical -> PythonText.str(canonical.value()))
                .orElseGet(() -> delivery.substring(delivery.lastIndexOf('/') + 1));
        DataObject.Builder row = DataObject.builder()
                .put("architecture", platform.architecture())
                .put("containerImage", delivery + "@" + platform.digest())
                .put("purl", PurlText.oci(purlName, platform, delivery, tag))
                .put("repository", delivery)
                .put("tags", tags)
                .put("component", name);
        cves.addTo(row, name);
        return row.build();
    }
}
