package dev.konflux.release.testkit.surroundings;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.model.registry.ImageManifest;
import dev.konflux.release.model.registry.ImageReference;
import dev.konflux.release.model.registry.RegistryContent;
import dev.konflux.release.model.registry.RegistryImages;
import dev.konflux.release.policy.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All image registries of the world, held in memory. Safe for several threads.
 *
 * <pre>{@code
 * ImagesInMemory images = new ImagesInMemory();
 * String web = images.push("quay.io/shop/web:1.4.0", SampleImage.named("web 1.4.0").on("amd64", "arm64"));
 * ImageRegistry registry = images.registry();
 * }</pre>
 */
public final class ImagesInMemory implements RegistryContent {

    private final Map<String, Repository> repositories = new TreeMap<>();

    private static final class Repository {
        final Map<String, byte[]> blobs = new TreeMap<>();
        final Map<String, ImageManifest> manifests = new TreeMap<>();
        final Map<String, String> digestOfTag = new TreeMap<>();

        final Map<String, DataObject> filesOfDigest = new TreeMap<>();
        final Set<String> signed = new TreeSet<>();
        boolean isPublic;
        final ListMultimap<String, DataObject> attestationsOfDigest = ArrayListMultimap.create();

        String digest(String version) {
            return digestOfTag.getOrDefault(version, version);
        }
    }

    /** Stores an image under a tag; gives its pull spec by digest. */
    public synchronized String push(String reference, SampleImage image) {
        ImageReference place = ImageReference.parse(reference);
        SampleImage.Stored stored = image.stored();
        stored.blobs().forEach(blob -> putBlob(place, blob));
        stored.platforms().forEach(manifest -> putManifest(place.withDigest(manifest.digest()), manifest));
        putManifest(place, stored.top());
        return place.withDigest(stored.top().digest()).toString();
    }

    /**
     * Copies an image, its platforms and blobs to another place, under the tag of the target if it names one.
     *
     * @throws NoSuchElementException when there is no such image
     */
    public synchronized void copy(String from, String to) {
        ImageReference source = ImageReference.parse(from);
        ImageReference target = ImageReference.parse(to);
        ImageManifest manifest =
                findManifest(source).orElseThrow(() -> new NoSuchElementException("the registry has no image " + from));
        Repository old = repository(source);
        Repository fresh = repository(target);
        fresh.blobs.putAll(old.blobs);
        manifest.document().items("manifests").stream()
                .flatMap(entry -> entry.findText("digest").stream())
                .filter(old.manifests::containsKey)
                .forEach(digest -> fresh.manifests.put(digest, old.manifests.get(digest)));
        putManifest(target, manifest);
    }

    /** Stores bytes in a repository. */
    public synchronized void putBlob(ImageReference place, byte[] bytes) {
        repository(place).blobs.put(ImageManifest.digestOf(bytes), bytes.clone());
    }

    /** Stores a manifest, and lets the tag of the place lead to it if the place has one. */
    public synchronized void putManifest(ImageReference place, ImageManifest manifest) {
        Repository repository = repository(place);
        repository.manifests.put(manifest.digest(), manifest);
        if (!place.tag().isEmpty()) {
            repository.digestOfTag.put(place.tag(), manifest.digest());
        }
    }

    /** Says which documents policy rules find in an image or in the archive that a blob is, by path; the layers stay as they are. */
    public synchronized void putFiles(String reference, DataObject documentsByPath) {
        ImageReference place = ImageReference.parse(reference);
        repository(place).filesOfDigest.put(repository(place).digest(place.version()), documentsByPath);
    }

    /** Lets everybody pull from a repository. Requests are answered as before: who asks is not looked at. */
    public synchronized void makePublic(String repository) {
        repository(ImageReference.parse(repository)).isPublic = true;
    }

    /** Whether a repository was made public. */
    public synchronized boolean isPublic(String repository) {
        return repository(ImageReference.parse(repository)).isPublic;
    }

    /** Signs an image: a check of its signature succeeds from now on, whichever key is asked for. */
    public synchronized void sign(String reference) {
        ImageReference place = ImageReference.parse(reference);
        repository(place).signed.add(repository(place).digest(place.version()));
    }

    /** Adds a signed attestation with that in-toto statement to an image, or to what refers to one. */
    public synchronized void attest(String reference, DataObject statement) {
        ImageReference place = ImageReference.parse(reference);
        repository(place).attestationsOfDigest.put(repository(place).digest(place.version()), statement);
    }

    synchronized Optional<DataObject> findFiles(ImageReference place) {
        Repository repository = repository(place);
        return Optional.ofNullable(repository.filesOfDigest.get(repository.digest(place.version())));
    }

    synchronized boolean isSigned(ImageReference place) {
        return repository(place).signed.contains(repository(place).digest(place.version()));
    }

    synchronized List<DataObject> attestations(ImageReference place) {
        return List.copyOf(
                repository(place).attestationsOfDigest.get(repository(place).digest(place.version())));
    }

    /** The questions a release asks, answered out of these images. */
    public ImageRegistry registry() {
        return new RegistryImages(this);
    }

    /** What policy rules ask of registries, answered out of these images, what was said of their files, and what was signed. */
    public Capabilities capabilities() {
        return new RegistryCapabilities(this);
    }

    /** All manifests in a repository, in the order of their digests. */
    synchronized List<ImageManifest> manifests(ImageReference place) {
        return List.copyOf(repository(place).manifests.values());
    }

    @Override
    public synchronized Optional<ImageManifest> findManifest(ImageReference reference) {
        Repository repository = repository(reference);
        return Optional.ofNullable(repository.manifests.get(repository.digest(reference.version())));
    }

    @Override
    public synchronized Optional<byte[]> findBlob(ImageReference place, String digest) {
        return Optional.ofNullable(repository(place).blobs.get(digest)).map(byte[]::clone);
    }

    /** {@inheritDoc} They are sorted. */
    @Override
    public synchronized List<String> tags(ImageReference place) {
        return List.copyOf(repository(place).digestOfTag.keySet());
    }

    private Repository repository(ImageReference place) {
        return repositories.computeIfAbsent(place.name(), name -> new Repository());
    }
}
