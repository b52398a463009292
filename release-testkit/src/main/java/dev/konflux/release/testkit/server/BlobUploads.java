package dev.konflux.release.testkit.server;

import dev.konflux.release.model.registry.ImageManifest;
import dev.konflux.release.model.registry.ImageReference;
import dev.konflux.release.testkit.surroundings.ImagesInMemory;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Blobs on their way into a registry: whole, in pieces, or taken over from another repository. */
final class BlobUploads {

    private static final int LARGEST_BLOB = 64 << 20;

    private final ImagesInMemory images;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, ByteArrayOutputStream> pieces = new ConcurrentHashMap<>();

    BlobUploads(ImagesInMemory images) {
        this.images = images;
    }

    ServedAnswer answer(ServedRequest request, ImageReference place, String upload) {
        return request.is("POST") ? start(request, place) : goOn(request, place, upload);
    }

    private ServedAnswer start(ServedRequest request, ImageReference place) {
        Optional<byte[]> mounted = mounted(request, place);
        if (mounted.isPresent()) {
            images.putBlob(place, mounted.get());
            return stored(place, ImageManifest.digestOf(mounted.get()));
        }
        if (request.query().containsKey("digest")) {
            return store(place, request.body(), request.query().get("digest"));
        }
        String upload = "upload-" + count.incrementAndGet();
        pieces.put(upload, new ByteArrayOutputStream());
        return accepted(place, upload, 0);
    }

    private Optional<byte[]> mounted(ServedRequest request, ImageReference place) {
        String from = request.query().getOrDefault("from", "");
        String digest = request.query().getOrDefault("mount", "");
        return from.isEmpty()
                ? Optional.empty()
                : images.findBlob(new ImageReference(place.registry(), from, "", ""), digest);
    }

    private ServedAnswer goOn(ServedRequest request, ImageReference place, String upload) {
        ByteArrayOutputStream bytes = pieces.get(upload);
        if (bytes == null || bytes.size() + request.body().length > LARGEST_BLOB) {
            return RegistryServer.problem(ServedAnswer.NOT_FOUND, "BLOB_UPLOAD_UNKNOWN");
        }
        bytes.writeBytes(request.body());
        if (request.is("PATCH")) {
            return accepted(place, upload, bytes.size());
        }
        pieces.remove(upload);
        return store(place, bytes.toByteArray(), request.query().getOrDefault("digest", ""));
    }

    private ServedAnswer store(ImageReference place, byte[] bytes, String digest) {
        if (!ImageManifest.digestOf(bytes).equals(digest)) {
            return RegistryServer.problem(ServedAnswer.BAD_REQUEST, "DIGEST_INVALID");
        }
        images.putBlob(place, bytes);
        return stored(place, digest);
    }

    private static ServedAnswer stored(ImageReference place, String digest) {
        return ServedAnswer.empty(ServedAnswer.CREATED)
                .with("Location", "/v2/" + place.repository() + "/blobs/" + digest)
                .with("Docker-Content-Digest", digest);
    }

    private static ServedAnswer accepted(ImageReference place, String upload, int size) {
        return ServedAnswer.empty(ServedAnswer.ACCEPTED)
                .with("Location", "/v2/" + place.repository() + "/blobs/uploads/" + upload)
                .with("Range", "0-" + Math.max(size - 1, 0));
    }
}
