package dev.konflux.release.testkit.surroundings;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.registry.ImageManifest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An image for tests, with real manifests and digests and nothing in it. The same description gives the same digests.
 *
 * <pre>{@code
 * SampleImage.named("shop web 1.4.0").on("amd64", "arm64").label("version", "1.4.0").created(Instant.parse("2026-08-20T12:00:00Z"))
 * }</pre>
 */
public final class SampleImage {

    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String IMAGE_CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final byte[] EMPTY_ARCHIVE = new byte[1024];

    /** The empty archive compressed once and for all: compressors differ, digests must not. */
    private static final byte[] EMPTY_LAYER =
            HexFormat.of().parseHex("1f8b080000000000020363601805a360148c5400002eafb5ef00040000");

    private final String name;
    private final List<String> architectures;
    private final DataObject labels;
    private final DataObject annotations;
    private final List<String> environment;
    private final Instant created;
    private final String configType;

    private SampleImage(
            String name,
            List<String> architectures,
            DataObject labels,
            DataObject annotations,
            List<String> environment,
            Instant created,
            String configType) {
        this.name = name;
        this.architectures = architectures;
        this.labels = labels;
        this.annotations = annotations;
        this.environment = environment;
        this.created = created;
        this.configType = configType;
    }

    /** An image for linux on amd64, made at the beginning of 1970. Images of different names have different digests. */
    public static SampleImage named(String name) {
        return new SampleImage(
                name, List.of("amd64"), DataObject.empty(), DataObject.empty(), List.of(), Instant.EPOCH, IMAGE_CONFIG);
    }

    /** The same for other architectures; an image for several is an index. */
    public SampleImage on(String... others) {
        return new SampleImage(name, List.of(others), labels, annotations, environment, created, configType);
    }

    /** The same with one more label. */
    public SampleImage label(String label, String value) {
        DataObject more = labels.with(label, Data.of(value));
        return new SampleImage(name, architectures, more, annotations, environment, created, configType);
    }

    /** The same with one more annotation on the manifest of every platform. */
    public SampleImage annotation(String annotation, String value) {
        DataObject more = annotations.with(annotation, Data.of(value));
        return new SampleImage(name, architectures, labels, more, environment, created, configType);
    }

    /** The same with one more variable of the environment, {@code NAME=value}. */
    public SampleImage env(String variable) {
        List<String> more = new ArrayList<>(environment);
        more.add(variable);
        return new SampleImage(name, architectures, labels, annotations, List.copyOf(more), created, configType);
    }

    /** The same, made at another time. */
    public SampleImage created(Instant time) {
        return new SampleImage(name, architectures, labels, annotations, environment, time, configType);
    }

    /** The same as an artifact that is no image, such as a Helm chart, by the media type of its configuration. */
    public SampleImage configType(String mediaType) {
        return new SampleImage(name, architectures, labels, annotations, environment, created, mediaType);
    }

    /**
     * What a registry keeps of an image.
     *
     * @param top the manifest that the image's digest names
     * @param platforms the manifests an index leads to; none when the top is no index
     * @param blobs layers and configurations
     */
    record Stored(ImageManifest top, List<ImageManifest> platforms, List<byte[]> blobs) {}

    Stored stored() {
        List<byte[]> blobs = new ArrayList<>(List.of(EMPTY_LAYER));
        List<ImageManifest> manifests = new ArrayList<>();
        List<Data> entries = new ArrayList<>();
        for (String architecture : architectures) {
            byte[] config = bytes(config(architecture));
            blobs.add(config);
            ImageManifest manifest = ImageManifest.of(MANIFEST, bytes(manifest(config)));
            manifests.add(manifest);
            entries.add(descriptor(MANIFEST, manifest.bytes()).with("platform", platform(architecture)));
        }
        if (manifests.size() == 1) {
            return new Stored(manifests.get(0), List.of(), blobs);
        }
        DataObject index = document(INDEX).with("manifests", DataArray.of(entries));
        return new Stored(ImageManifest.of(INDEX, bytes(index)), manifests, blobs);
    }

    private DataObject config(String architecture) {
        DataObject settings = DataObject.of(
                "Env", DataArray.ofTexts(environment), "Labels", labels.isEmpty() ? Data.nothing() : labels);
        DataObject layers = DataObject.of(
                "type",
                Data.of("layers"),
                "diff_ids",
                DataArray.ofTexts(List.of(ImageManifest.digestOf(EMPTY_ARCHIVE))));
        DataObject step = DataObject.of("created", Data.of(created.toString()), "comment", Data.of(name));
        return DataObject.builder()
                .put("created", created.toString())
                .put("architecture", architecture)
                .put("os", "linux")
                .put("config", settings)
                .put("rootfs", layers)
                .put("history", DataArray.of(step))
                .build();
    }

    private DataObject manifest(byte[] config) {
        DataObject manifest = document(MANIFEST)
                .with("config", descriptor(configType, config))
                .with("layers", DataArray.of(descriptor(LAYER, EMPTY_LAYER)));
        return annotations.isEmpty() ? manifest : manifest.with("annotations", annotations);
    }

    private static DataObject document(String mediaType) {
        return DataObject.of(Map.of("schemaVersion", Data.of(2))).with("mediaType", Data.of(mediaType));
    }

    private static DataObject descriptor(String mediaType, byte[] bytes) {
        return DataObject.builder()
                .put("mediaType", mediaType)
                .put("digest", ImageManifest.digestOf(bytes))
                .put("size", bytes.length)
                .build();
    }

    private static DataObject platform(String architecture) {
        return DataObject.of("architecture", Data.of(architecture), "os", Data.of("linux"));
    }

    private static byte[] bytes(DataObject document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
