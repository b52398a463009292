package dev.konflux.release.policy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/**
 * What rules may ask of the world outside their documents: registries and signatures. An empty answer is upstream's undefined: no such
 * thing, no access, no such function. Answers have the form of upstream's custom functions of the same names.
 */
public interface Capabilities {

    /** No access to anything. */
    Capabilities NONE = new Capabilities() {};

    /** {@code ec.oci.image_manifest}: the manifest of an image. */
    default Optional<Data> imageManifest(String reference) {
        return Optional.empty();
    }

    /** {@code ec.oci.image_manifests}: the manifests of several images by reference; empty when one cannot be had. */
    default Optional<Data> imageManifests(List<String> sortedReferences) {
        return Optional.empty();
    }

    /** {@code ec.oci.image_index}: the index of a multi-platform image. */
    default Optional<Data> imageIndex(String reference) {
        return Optional.empty();
    }

    /** {@code ec.oci.image_files}: parsed documents below the paths of an image, by path. */
    default Optional<Data> imageFiles(String reference, List<String> paths) {
        return Optional.empty();
    }

    /** {@code ec.oci.image_referrers}: descriptors, each with its {@code ref}, of what refers to an image. */
    default Optional<Data> imageReferrers(String reference) {
        return Optional.empty();
    }

    /** {@code ec.oci.image_tag_refs}: references of the artifacts tagged with an image's digest. */
    default Optional<Data> imageTagReferences(String reference) {
        return Optional.empty();
    }

    /** {@code ec.oci.descriptor}: the descriptor a reference points to. */
    default Optional<Data> descriptor(String reference) {
        return Optional.empty();
    }

    /** {@code ec.oci.blob}: the text of a blob. */
    default Optional<Data> blob(String reference) {
        return Optional.empty();
    }

    /** {@code ec.oci.blob_files}: parsed documents in the archive that a blob is, by path. */
    default Optional<Data> blobFiles(String reference, List<String> paths) {
        return Optional.empty();
    }

    /** {@code ec.sigstore.verify_image}: what the check of an image's signature says. */
    default Optional<Data> verifyImage(String reference, DataObject options) {
        return Optional.empty();
    }

    /** {@code ec.sigstore.verify_attestation}: what the check of an image's attestations says, and the attestations. */
    default Optional<Data> verifyAttestation(String reference, DataObject options) {
        return Optional.empty();
    }
}
