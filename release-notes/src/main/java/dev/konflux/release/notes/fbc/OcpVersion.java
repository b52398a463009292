package dev.konflux.release.notes.fbc;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The OpenShift version that fragments of a file-based catalog are for. */
public final class OcpVersion {

    private static final String BASE_IMAGE = "org.opencontainers.image.base.name";
    private static final Pattern VERSION = Pattern.compile("^v[0-9]+\\.[0-9]+$", Pattern.UNIX_LINES);
    private static final Set<String> WITH_PLATFORMS = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    private OcpVersion() {}

    /**
     * The version all fragments of a Snapshot are for, such as {@code v4.16}.
     *
     * @throws ReleaseDataException when a fragment tells none, or they differ
     */
    public static String ofAll(Located snapshot, FbcManifests manifests) {
        List<Located> components = components(snapshot);
        String first = "";
        for (int i = 0; i < components.size(); i++) {
            String version = of(components.get(i).require("containerImage").text(), manifests);
            requireVersion(version, i);
            if (i == 0) {
                first = version;
            } else if (!version.equals(first)) {
                throw new ReleaseDataException("OCP version mismatch detected! Component 0 OCP version: " + first
                        + ", component " + i + " OCP version: " + version
                        + ". All FBC fragments in a release must target the same OCP version");
            }
        }
        return first;
    }

    /**
     * The version each fragment of a Snapshot is for, in their order.
     *
     * @throws ReleaseDataException when there are none, or one tells none
     */
    public static List<String> ofEach(Located snapshot, FbcManifests manifests) {
        List<String> versions = new ArrayList<>();
        for (Located component : components(snapshot)) {
            String version = of(component.require("containerImage").text(), manifests);
            requireVersion(version, versions.size());
            versions.add(version);
        }
        return versions;
    }

    private static List<Located> components(Located snapshot) {
        List<Located> components =
                snapshot.findTrue("components").map(Located::items).orElse(List.of());
        if (components.isEmpty()) {
            throw new ReleaseDataException("No components found in snapshot");
        }
        return components;
    }

    private static void requireVersion(String version, int component) {
        if (!VERSION.matcher(version).find()) {
            throw new ReleaseDataException("Invalid OCP version format in component " + component + ": '" + version
                    + "'. Expected format: vX.Y (e.g., v4.12)");
        }
    }

    /** What stands behind the last colon of the fragment's base image; the first platform speaks for an image of several. */
    public static String of(String fragment, FbcManifests manifests) {
        Located manifest = Located.root(manifests.manifest(fragment));
        Optional<String> type = manifest.object().findText("mediaType");
        if (type.filter(WITH_PLATFORMS::contains).isPresent()) {
            List<String> digests = manifests.platformDigests(fragment);
            if (digests.isEmpty()) {
                throw new ReleaseDataException("no platforms found for " + fragment);
            }
            int digest = fragment.lastIndexOf('@');
            String name = digest < 0 ? fragment : fragment.substring(0, digest);
            manifest = Located.root(manifests.manifest(name + "@" + digests.get(0)));
        }
        String base = manifest.findTrue("annotations")
                .flatMap(annotations -> annotations.find(BASE_IMAGE))
                .map(Located::value)
                .flatMap(Data::asText)
                .orElse("");
        return base.substring(base.lastIndexOf(':') + 1);
    }
}
