package dev.konflux.release.model.registry;

import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.HttpCall;
import dev.konflux.release.model.http.ServerException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registries reached by the OCI distribution interface. Contents are compared with their digests; registries on loopback addresses are asked
 * without encryption, as container tools do. Every method throws {@link ServerException} when a registry cannot be asked.
 *
 * <pre>{@code
 * HttpRegistry content = new HttpRegistry(HttpAccess.of(client), RegistryLogins.ofDockerConfig(secret));
 * ImageRegistry registry = new RegistryImages(content);
 * }</pre>
 */
public final class HttpRegistry implements RegistryContent {

    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");
    private static final int LARGEST_MANIFEST = 4 << 20;
    private static final int LARGEST_BLOB = 16 << 20;
    private static final int MOST_PAGES = 1000;
    private static final int PAGE = 1000;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s*;\\s*rel=\"?next\"?");

    private final HttpAccess http;
    private final RegistryTokens tokens;

    /** Registries with these credentials. */
    public HttpRegistry(HttpAccess http, RegistryLogins logins) {
        this.http = http;
        this.tokens = new RegistryTokens(http, logins);
    }

    /** {@inheritDoc} Only the first 4 MiB of a manifest are read: a larger one is refused. */
    @Override
    public Optional<ImageManifest> findManifest(ImageReference reference) {
        URI address = address(reference, "manifests/" + reference.version());
        return find(reference, address, MANIFESTS, LARGEST_MANIFEST).map(answer -> manifest(reference, answer));
    }

    private static ImageManifest manifest(ImageReference reference, HttpAnswer answer) {
        byte[] bytes = answer.bytes();
        if (!reference.digest().isEmpty()) {
            requireDigest(answer.address(), reference.digest(), bytes);
        }
        String type = answer.header("Content-Type").orElse("").split(";", 2)[0].strip();
        try {
            return ImageManifest.of(type, bytes);
        } catch (IllegalArgumentException e) {
            throw ServerException.of(answer.address(), String.valueOf(e.getMessage()));
        }
    }

    /** {@inheritDoc} Blobs of up to 16 MiB are read: this is for configurations, not for layers. */
    @Override
    public Optional<byte[]> findBlob(ImageReference repository, String digest) {
        URI address = address(repository, "blobs/" + digest);
        return find(repository, address, "*/*", LARGEST_BLOB).map(answer -> {
            byte[] bytes = answer.bytes();
            requireDigest(address, digest, bytes);
            return bytes;
        });
    }

    private static void requireDigest(URI address, String expected, byte[] bytes) {
        String found = ImageManifest.digestOf(bytes);
        if (!found.equals(expected)) {
            throw ServerException.of(address, "the content is not the one asked for: its digest is " + found);
        }
    }

    @Override
    public List<String> tags(ImageReference repository) {
        List<String> tags = new ArrayList<>();
        Optional<URI> page = Optional.of(address(repository, "tags/list?n=" + PAGE));
        for (int pages = 0; page.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw ServerException.of(page.get(), "more than " + MOST_PAGES + " pages of tags");
            }
            Optional<HttpAnswer> answer = find(repository, page.get(), "application/json", LARGEST_BLOB);
            answer.ifPresent(found -> found.json().items("tags").stream()
                    .flatMap(tag -> tag.asText().stream())
                    .forEach(tags::add));
            page = answer.flatMap(HttpRegistry::nextPage);
        }
        return tags;
    }

    /** The next page is on the same host, or there is none. */
    private static Optional<URI> nextPage(HttpAnswer answer) {
        Matcher link = NEXT.matcher(answer.header("Link").orElse(""));
        if (!link.find()) {
            return Optional.empty();
        }
        URI next = resolve(answer.address(), link.group(1));
        if (!String.valueOf(next.getAuthority()).equals(answer.address().getAuthority())) {
            throw ServerException.of(answer.address(), "the next page of tags is on another host");
        }
        return Optional.of(next);
    }

    private static URI resolve(URI here, String link) {
        try {
            return here.resolve(link);
        } catch (IllegalArgumentException e) {
            throw ServerException.of(here, "the next page of tags has no proper address");
        }
    }

    private Optional<HttpAnswer> find(ImageReference reference, URI address, String accept, int limit) {
        HttpAnswer answer = get(address, accept, limit, tokens.known(reference));
        if (answer.status() == UNAUTHORIZED) {
            Optional<String> authorization = tokens.answer(reference, answer);
            if (authorization.isPresent()) {
                answer = get(address, accept, limit, authorization);
            }
        }
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer.requireSuccess());
    }

    private HttpAnswer get(URI address, String accept, int limit, Optional<String> authorization) {
        HttpCall call = http.to(address).accepting(accept).atMost(limit);
        authorization.ifPresent(value -> call.secret("Authorization", value));
        return call.get();
    }

    private static URI address(ImageReference reference, String rest) {
        String scheme = Loopback.isRegistry(reference.registry()) ? "http" : "https";
        // the name people know is not the name that answers
        String host = reference.registry().equals("docker.io") ? "registry-1.docker.io" : reference.registry();
        return URI.create(scheme + "://" + host + "/v2/" + reference.repository() + "/" + rest);
    }
}
