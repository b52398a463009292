package dev.konflux.release.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** The canonical repository and the digest of an image reference, as far as criteria are bound to them. */
record ImageName(String repository, Optional<String> digest) {

    private static final String DEFAULT_REGISTRY = "index.docker.io";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9_./-]{2,255}");
    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]+");

    /** The parts of a reference; empty when it is none. */
    static Optional<ImageName> parse(String reference) {
        int at = reference.indexOf('@');
        if (at < 0) {
            return untagged(reference).flatMap(name -> of(name, Optional.empty()));
        }
        String digest = reference.substring(at + 1);
        if (!DIGEST.matches(digest)) {
            return Optional.empty();
        }
        return untagged(reference.substring(0, at)).flatMap(name -> of(name, Optional.of(digest)));
    }

    private static Optional<String> untagged(String name) {
        int colon = name.lastIndexOf(':');
        // a colon before a slash belongs to the port
        if (colon < 0 || name.indexOf('/', colon) >= 0) {
            return Optional.of(name);
        }
        Matcher tag = TAG.matcher(name.substring(colon + 1));
        return tag.matches() ? Optional.of(name.substring(0, colon)) : Optional.empty();
    }

    private static Optional<ImageName> of(String name, Optional<String> digest) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String registry = hasRegistry && !first.equals("docker.io") ? first : DEFAULT_REGISTRY;
        String path = hasRegistry ? name.substring(slash + 1) : name;
        if (!REPOSITORY.matches(path) || !REGISTRY.matches(registry)) {
            return Optional.empty();
        }
        boolean official = registry.equals(DEFAULT_REGISTRY) && !path.contains("/");
        return Optional.of(new ImageName(registry + "/" + (official ? "library/" : "") + path, digest));
    }
}
