package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a component's image. Build dates differ between platforms; the first platform counts, because tags do not know platforms.
 *
 * @param mediaType media type of the image's configuration; empty when there is none
 * @param buildDate label {@code build-date} or the time of creation, as it was written; empty when there is neither
 */
record ImageFacts(
        DataObject annotations, String mediaType, DataObject labels, String buildDate, DataArray environment) {

    /** Only these have labels and an environment; charts, models and other artifacts do not. */
    private static final Set<String> CONTAINER_CONFIGS =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    private static final String VERSION = "org.opencontainers.image.version";

    static ImageFacts of(String component, String image, ImageRegistry registry) {
        List<ImagePlatform> platforms = registry.platforms(image);
        if (platforms.isEmpty()) {
            throw new ReleaseDataException(
                    "No architectures were discovered for component " + component + " (" + image + ")");
        }
        ImagePlatform first = platforms.get(0);
        String name = image.substring(0, image.lastIndexOf('@'));
        DataObject manifest = registry.manifest(name + "@" + first.digest());
        DataObject annotations = objectOrNothing(manifest, "annotations");
        String mediaType =
                objectOrNothing(manifest, "config").findText("mediaType").orElse("");
        if (!CONTAINER_CONFIGS.contains(mediaType)) {
            String created = text(annotations, "org.opencontainers.image.created");
            return new ImageFacts(annotations, mediaType, DataObject.empty(), created, DataArray.empty());
        }
        DataObject inspected = registry.inspect(image, first);
        DataObject labels = objectOrNothing(inspected, "Labels");
        String labelled = text(labels, "build-date");
        return new ImageFacts(
                annotations,
                mediaType,
                labels,
                labelled.isEmpty() ? text(inspected, "Created") : labelled,
                inspected.find("Env").flatMap(Data::asArray).orElse(DataArray.empty()));
    }

    /** The version the image says it has, fit for a tag: {@code +} may not stand there. */
    String ociVersion() {
        String annotated = text(annotations, VERSION);
        String version = annotated.isEmpty() ? text(labels, VERSION) : annotated;
        return version.isEmpty() ? "unknown" : version.replace('+', '_');
    }

    private static DataObject objectOrNothing(DataObject object, String name) {
        return trueValue(object, name)
                .map(value -> value.asObject()
                        .orElseThrow(() -> ReleaseDataException.unexpected(DataPath.of(name), value, "an object")))
                .orElse(DataObject.empty());
    }

    private static String text(DataObject object, String name) {
        return trueValue(object, name)
                .map(value -> value.asText()
                        .orElseThrow(() -> ReleaseDataException.unexpected(DataPath.of(name), value, "a string")))
                .orElse("");
    }

    private static Optional<Data> trueValue(DataObject object, String name) {
        return object.find(name).filter(PythonEquality::isTrue);
    }
}
