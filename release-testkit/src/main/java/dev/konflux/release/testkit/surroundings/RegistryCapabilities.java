package dev.konflux.release.testkit.surroundings;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.registry.ImageManifest;
import dev.konflux.release.model.registry.ImageReference;
import dev.konflux.release.policy.Capabilities;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What policy rules ask of registries, answered out of images in memory. Signatures are not computed: what was said to be signed is. */
final class RegistryCapabilities implements Capabilities {

    private static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    private final ImagesInMemory images;

    RegistryCapabilities(ImagesInMemory images) {
        this.images = images;
    }

    private static Optional<ImageReference> place(String reference) {
        try {
            return Optional.of(ImageReference.parse(reference));
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }

    private Optional<ImageManifest> stored(String reference) {
        return place(reference).flatMap(images::findManifest);
    }

    private static boolean isIndex(ImageManifest manifest) {
        return INDEXES.contains(manifest.mediaType());
    }

    /** {@inheritDoc} Of an index the manifest for linux on amd64, as the real function takes it. */
    @Override
    public Optional<Data> imageManifest(String reference) {
        return stored(reference)
                .flatMap(manifest -> isIndex(manifest) ? usual(reference, manifest) : Optional.of(manifest))
                .map(ImageManifest::document);
    }

    private Optional<ImageManifest> usual(String reference, ImageManifest index) {
        return index.document().items("manifests").stream()
                .filter(entry -> entry.findText("platform", "architecture")
                                .filter("amd64"::equals)
                                .isPresent()
                        && entry.findText("platform", "os")
                                .filter("linux"::equals)
                                .isPresent())
                .flatMap(entry -> entry.findText("digest").stream())
                .findFirst()
                .flatMap(digest -> place(reference).flatMap(place -> images.findManifest(place.withDigest(digest))));
    }

    @Override
    public Optional<Data> imageManifests(List<String> sortedReferences) {
        DataObject.Builder manifests = DataObject.builder();
        for (String reference : sortedReferences) {
            Optional<Data> manifest = imageManifest(reference);
            if (manifest.isEmpty()) {
                return Optional.empty();
            }
            manifests.put(reference, manifest.get());
        }
        return Optional.of(manifests.build());
    }

    @Override
    public Optional<Data> imageIndex(String reference) {
        return stored(reference).filter(RegistryCapabilities::isIndex).map(ImageManifest::document);
    }

    @Override
    public Optional<Data> descriptor(String reference) {
        return stored(reference).map(RegistryCapabilities::descriptor);
    }

    private static DataObject descriptor(ImageManifest manifest) {
        return DataObject.builder()
                .put("mediaType", manifest.mediaType())
                .put("size", manifest.bytes().length)
                .put("digest", manifest.digest())
                .build();
    }

    @Override
    public Optional<Data> blob(String reference) {
        return place(reference)
                .flatMap(place -> images.findBlob(place, place.digest()))
                .map(bytes -> Data.of(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** {@inheritDoc} An image of which no files were told has none. */
    @Override
    public Optional<Data> imageFiles(String reference, List<String> paths) {
        return stored(reference).map(image -> below(files(reference), paths));
    }

    @Override
    public Optional<Data> blobFiles(String reference, List<String> paths) {
        return place(reference).flatMap(images::findFiles).map(files -> below(files, paths));
    }

    private DataObject files(String reference) {
        return images.findFiles(ImageReference.parse(reference)).orElse(DataObject.empty());
    }

    /** The files at the paths and in the folders of these names. */
    private static DataObject below(DataObject files, List<String> paths) {
        DataObject.Builder found = DataObject.builder();
        files.members().forEach((name, document) -> {
            if (paths.stream().anyMatch(path -> name.equals(path) || name.startsWith(folder(path)))) {
                found.put(name, document);
            }
        });
        return found.build();
    }

    private static String folder(String path) {
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    /** {@inheritDoc} The options make no difference. */
    @Override
    public Optional<Data> verifyImage(String reference, DataObject options) {
        return stored(reference)
                .map(image -> verification(
                        images.isSigned(ImageReference.parse(reference)),
                        "no signatures found",
                        List.of(),
                        "signatures"));
    }

    /** {@inheritDoc} The options make no difference. */
    @Override
    public Optional<Data> verifyAttestation(String reference, DataObject options) {
        return stored(reference).map(image -> {
            List<DataObject> attestations = images.attestations(ImageReference.parse(reference)).stream()
                    .map(statement -> DataObject.of("statement", statement, "signatures", DataArray.empty()))
                    .toList();
            return verification(!attestations.isEmpty(), "no attestations found", attestations, "attestations");
        });
    }

    private static DataObject verification(
            boolean succeeds, String error, List<? extends Data> evidence, String nameOfEvidence) {
        return DataObject.builder()
                .put("success", succeeds)
                .put("errors", succeeds ? DataArray.empty() : DataArray.ofTexts(List.of(error)))
                .put(nameOfEvidence, DataArray.of(evidence))
                .build();
    }

    @Override
    public Optional<Data> imageReferrers(String reference) {
        return stored(reference)
                .map(image -> DataArray.of(images.manifests(ImageReference.parse(reference)).stream()
                        .filter(manifest -> manifest.document()
                                .findText("subject", "digest")
                                .filter(image.digest()::equals)
                                .isPresent())
                        .map(manifest -> referrer(ImageReference.parse(reference), manifest))
                        .toList()));
    }

    private static Data referrer(ImageReference image, ImageManifest manifest) {
        DataObject.Builder referrer = descriptor(manifest).toBuilder();
        manifest.document().find("artifactType").ifPresent(type -> referrer.put("artifactType", type));
        return referrer.put("ref", image.withDigest(manifest.digest()).toString())
                .build();
    }

    /** {@inheritDoc} These are the tags that begin with the digest, {@code sha256-}, and end in what it is, as {@code .sbom}. */
    @Override
    public Optional<Data> imageTagReferences(String reference) {
        return stored(reference)
                .map(image -> DataArray.ofTexts(images.tags(ImageReference.parse(reference)).stream()
                        .filter(tag -> tag.startsWith(image.digest().replace(':', '-') + "."))
                        .map(tag -> ImageReference.parse(reference).name() + ":" + tag)
                        .toList()));
    }
}
