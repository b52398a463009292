package dev.konflux.release.model.registry;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.nio.charset.StandardCharsets;

/** A manifest or an index as a registry keeps it: bytes, whose digest is the image's name. */
public final class ImageManifest {

    private final String mediaType;
    private final byte[] bytes;
    private final DataObject document;

    private ImageManifest(String mediaType, byte[] bytes, DataObject document) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.document = document;
    }

    /**
     * A manifest of the given bytes.
     *
     * @param mediaType as the registry says; where it says nothing, what the document says of itself
     * @throws IllegalArgumentException when the bytes are no JSON object
     */
    public static ImageManifest of(String mediaType, byte[] bytes) {
        DataObject document = read(bytes);
        String type = mediaType.isEmpty() ? document.findText("mediaType").orElse("") : mediaType;
        return new ImageManifest(type, bytes.clone(), document);
    }

    private static DataObject read(byte[] bytes) {
        try {
            return JsonReader.create()
                    .read(new String(bytes, StandardCharsets.UTF_8), "")
                    .asObject()
                    .orElseThrow(() -> new IllegalArgumentException("the manifest is no object"));
        } catch (DataSyntaxException e) {
            throw new IllegalArgumentException("the manifest is not JSON: " + e.getMessage());
        }
    }

    /** The digest of the given bytes: {@code sha256:...}. */
    public static String digestOf(byte[] bytes) {
        return "sha256:" + Hashing.sha256().hashBytes(bytes);
    }

    /** What kind of manifest it is. */
    public String mediaType() {
        return mediaType;
    }

    /** The bytes; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What the bytes say. */
    public DataObject document() {
        return document;
    }

    /** The digest of the bytes. */
    public String digest() {
        return digestOf(bytes);
    }

    /** Media type of the image's configuration; empty for an index. */
    String configType() {
        return document.findText("config", "mediaType").orElse("");
    }

    /** Digest of the image's configuration; empty for an index. */
    String configDigest() {
        return document.findText("config", "digest").orElse("");
    }

    /** Whether this is something else than an image: it says so, or it is a Helm chart. */
    boolean isArtifact() {
        return document.find("artifactType").filter(type -> !type.isNull()).isPresent()
                || configType().equals("application/vnd.cncf.helm.config.v1+json");
    }

    /** Whether this is the manifest of one platform. */
    boolean isSingle() {
        return mediaType.equals("application/vnd.oci.image.manifest.v1+json")
                || mediaType.equals("application/vnd.docker.distribution.manifest.v2+json");
    }
}
