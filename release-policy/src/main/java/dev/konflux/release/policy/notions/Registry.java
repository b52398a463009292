package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.policy.Capabilities;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What image registries say, asked through the caller's capabilities; every question is asked once an evaluation. */
public final class Registry {

    private static final Set<String> INDEX_TYPES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    private final Capabilities capabilities;
    private final Map<List<Object>, Value> answers = new HashMap<>();

    Registry(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    private Value once(String question, Object about, Supplier<Optional<? extends Data>> answer) {
        List<Object> key = List.of(question, about);
        Value known = answers.get(key);
        if (known == null) {
            known = Value.of(answer.get());
            answers.put(key, known);
        }
        return known;
    }

    /** The manifest of the image. */
    public Value manifest(Value reference) {
        return reference
                .text()
                .map(text -> once("manifest", text, () -> capabilities.imageManifest(text)))
                .orElse(Value.UNDEFINED);
    }

    /** The manifests of all the images, by reference; undefined when they cannot be had. */
    public Value manifests(Set<Value> references) {
        List<String> texts = references.stream()
                .flatMap(reference -> reference.text().stream())
                .sorted(CodePoints.ORDER)
                .toList();
        return texts.size() < references.size()
                ? Value.UNDEFINED
                : once("manifests", texts, () -> capabilities.imageManifests(texts));
    }

    /** The descriptor of the image. */
    public Value descriptor(Value reference) {
        return reference
                .text()
                .map(text -> once("descriptor", text, () -> capabilities.descriptor(text)))
                .orElse(Value.UNDEFINED);
    }

    /** Whether the reference is one of an image index. */
    public boolean isImageIndex(Value reference) {
        return descriptor(reference)
                .get("mediaType")
                .text()
                .filter(INDEX_TYPES::contains)
                .isPresent();
    }

    /** The blob's content as text. */
    public Value blob(Value reference) {
        return reference
                .text()
                .map(text -> once("blob", text, () -> capabilities.blob(text)))
                .orElse(Value.UNDEFINED);
    }

    /** The blob's content read as JSON. */
    public Value parsedBlob(Value reference) {
        return reference
                .text()
                .map(text ->
                        once("parsed blob", text, () -> blob(reference).json().data()))
                .orElse(Value.UNDEFINED);
    }

    /** The first layer of the image read as JSON. */
    public Value parsedFirstLayer(Value reference) {
        Value digest = manifest(reference).get("layers").at(0).get("digest");
        return ImageReference.parse(reference)
                .map(image -> parsedBlob(pinned(image.repository(), digest)))
                .orElse(Value.UNDEFINED);
    }

    private static Value pinned(String repository, Value digest) {
        return Value.ofText(digest.text()
                .filter(text -> !text.isEmpty() && !repository.isEmpty())
                .map(text -> repository + "@" + text));
    }

    /** The named files of the blob. */
    public Value blobFiles(Value reference, Value name) {
        return reference
                .text()
                .flatMap(text -> name.text()
                        .map(file -> once("files " + file, text, () -> capabilities.blobFiles(text, List.of(file)))))
                .orElse(Value.UNDEFINED);
    }

    /** What refers to the image. */
    public List<Value> referrers(Value reference) {
        return reference
                .text()
                .map(text -> once("referrers", text, () -> capabilities.imageReferrers(text))
                        .each())
                .orElse(List.of());
    }

    /** The references of the image's tags. */
    public List<Value> tagReferences(Value reference) {
        return reference
                .text()
                .map(text -> once("tags", text, () -> capabilities.imageTagReferences(text))
                        .each())
                .orElse(List.of());
    }

    /** The outcome of checking the image's signature. */
    public Value imageVerification(Value reference, Value options) {
        return reference
                .text()
                .flatMap(text -> options.object()
                        .map(data -> once("image " + data, text, () -> capabilities.verifyImage(text, data))))
                .orElse(Value.UNDEFINED);
    }

    /** The outcome of checking the image's attestations. */
    public Value attestationVerification(Value reference, Value options) {
        return reference
                .text()
                .flatMap(text -> options.object()
                        .map(data ->
                                once("attestation " + data, text, () -> capabilities.verifyAttestation(text, data))))
                .orElse(Value.UNDEFINED);
    }
}
