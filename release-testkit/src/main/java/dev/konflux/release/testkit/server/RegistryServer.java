package dev.konflux.release.testkit.server;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.registry.ImageManifest;
import dev.konflux.release.model.registry.ImageReference;
import dev.konflux.release.testkit.surroundings.ImagesInMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image registry on the loopback address, by the OCI distribution interface: images are pulled and pushed, by tag and by digest, blob by blob.
 * It plays one registry of the world: what is {@code quay.io/shop/web} there is {@code shop/web} here.
 *
 * <pre>{@code
 * try (RegistryServer quay = RegistryServer.start(images, "quay.io")) {
 *     new HttpRegistry(http, RegistryLogins.none()).tags(ImageReference.parse(quay.host() + "/shop/web"));
 * }
 * }</pre>
 */
public final class RegistryServer extends LoopbackServer {

    private static final Pattern ADDRESS =
            Pattern.compile("/v2/(?<name>[a-z0-9._/-]+)/(?<kind>manifests|blobs/uploads|blobs|tags)/(?<rest>.*)");
    private static final ImmutableSetMultimap<String, String> METHODS = ImmutableSetMultimap.<String, String>builder()
            .putAll("manifests", "GET", "HEAD", "PUT")
            .putAll("blobs", "GET", "HEAD")
            .putAll("blobs/uploads", "POST", "PATCH", "PUT")
            .putAll("tags", "GET")
            .build();
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final ImagesInMemory images;
    private final String registry;
    private final BlobUploads uploads;
    private Optional<RegistryGuard> guard = Optional.empty();

    private RegistryServer(ImagesInMemory images, String registry) {
        this.images = images;
        this.registry = registry;
        this.uploads = new BlobUploads(images);
    }

    /**
     * A server of the images of one registry.
     *
     * @param registry the name that images of it have in memory, {@code quay.io}
     */
    public static RegistryServer start(ImagesInMemory images, String registry) {
        RegistryServer server = new RegistryServer(images, registry);
        server.open();
        return server;
    }

    /** Asks for a login from now on: the server hands out a token for these credentials and answers only with it. */
    @CanIgnoreReturnValue
    public RegistryServer requireLogin(String user, String password) {
        guard = Optional.of(new RegistryGuard(url(), user, password));
        return this;
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        Optional<ServedAnswer> stopped = guard.flatMap(found -> found.stop(request));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (request.path().equals("/v2/") || request.path().equals("/v2")) {
            return ServedAnswer.json(DataObject.empty());
        }
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches()) {
            return problem(ServedAnswer.NOT_FOUND, "NAME_UNKNOWN");
        }
        ImageReference place = new ImageReference(registry, address.group("name"), "", "");
        String rest = address.group("rest");
        String kind = address.group("kind");
        if (!METHODS.containsEntry(kind, request.method())) {
            return problem(ServedAnswer.NOT_ALLOWED, "UNSUPPORTED");
        }
        return switch (kind) {
            case "manifests" -> manifest(request, reference(place, rest));
            case "blobs" -> blob(place, rest);
            case "tags" -> tags(request, place);
            default -> uploads.answer(request, place, rest);
        };
    }

    private static ImageReference reference(ImageReference place, String version) {
        return DIGEST.matcher(version).matches()
                ? place.withDigest(version)
                : new ImageReference(place.registry(), place.repository(), version, "");
    }

    private ServedAnswer manifest(ServedRequest request, ImageReference reference) {
        if (request.is("PUT")) {
            return putManifest(request, reference);
        }
        return images.findManifest(reference)
                .map(found -> ServedAnswer.bytes(found.mediaType(), found.bytes())
                        .with("Docker-Content-Digest", found.digest()))
                .orElseGet(() -> problem(ServedAnswer.NOT_FOUND, "MANIFEST_UNKNOWN"));
    }

    private ServedAnswer putManifest(ServedRequest request, ImageReference reference) {
        ImageManifest manifest;
        try {
            manifest = ImageManifest.of(request.contentType(), request.body());
        } catch (IllegalArgumentException e) {
            return problem(ServedAnswer.BAD_REQUEST, "MANIFEST_INVALID");
        }
        if (!reference.digest().isEmpty() && !reference.digest().equals(manifest.digest())) {
            return problem(ServedAnswer.BAD_REQUEST, "DIGEST_INVALID");
        }
        if (!isComplete(reference, manifest.document())) {
            return problem(ServedAnswer.BAD_REQUEST, "MANIFEST_BLOB_UNKNOWN");
        }
        images.putManifest(reference, manifest);
        return ServedAnswer.empty(ServedAnswer.CREATED)
                .with("Location", "/v2/" + reference.repository() + "/manifests/" + manifest.digest())
                .with("Docker-Content-Digest", manifest.digest());
    }

    /** A manifest is taken only when everything it names is there. */
    private boolean isComplete(ImageReference place, DataObject manifest) {
        List<Data> layers = manifest.items("layers");
        boolean hasConfig = manifest.findText("config", "digest")
                .map(digest -> images.findBlob(place, digest).isPresent())
                .orElse(true);
        return hasConfig
                && layers.stream()
                        .allMatch(layer -> images.findBlob(
                                        place, layer.findText("digest").orElse(""))
                                .isPresent())
                && manifest.items("manifests").stream()
                        .allMatch(entry -> images.findManifest(place.withDigest(
                                        entry.findText("digest").orElse("")))
                                .isPresent());
    }

    private ServedAnswer blob(ImageReference place, String digest) {
        return images.findBlob(place, digest)
                .map(bytes ->
                        ServedAnswer.bytes("application/octet-stream", bytes).with("Docker-Content-Digest", digest))
                .orElseGet(() -> problem(ServedAnswer.NOT_FOUND, "BLOB_UNKNOWN"));
    }

    private ServedAnswer tags(ServedRequest request, ImageReference place) {
        String last = request.query().getOrDefault("last", "");
        List<String> all = images.tags(place).stream()
                .filter(tag -> tag.compareTo(last) > 0)
                .toList();
        int count = Math.min(request.number("n", all.size()), all.size());
        List<String> page = all.subList(0, count);
        ServedAnswer answer =
                ServedAnswer.json(DataObject.of("name", Data.of(place.repository()), "tags", DataArray.ofTexts(page)));
        if (count == 0 || count == all.size()) {
            return answer;
        }
        String next = "/v2/" + place.repository() + "/tags/list?n=" + count + "&last=" + page.get(count - 1);
        return answer.with("Link", "<" + next + ">; rel=\"next\"");
    }

    static ServedAnswer problem(int status, String code) {
        DataObject error = DataObject.of(
                "code",
                Data.of(code),
                "message",
                Data.of(code.toLowerCase(Locale.ROOT).replace('_', ' ')));
        return ServedAnswer.json(status, DataObject.of("errors", DataArray.of(error)));
    }
}
