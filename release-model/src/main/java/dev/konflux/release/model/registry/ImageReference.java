package dev.konflux.release.model.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an image is.
 *
 * @param registry host, with a port if it has one: {@code quay.io}, {@code localhost:5000}
 * @param repository path on that host: {@code konflux/app}
 * @param tag empty when none is named
 * @param digest {@code sha256:} and 64 hex digits; empty when none is named
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

    private static final String DOCKER_HUB = "docker.io";
    private static final Pattern SHAPE = Pattern.compile("(?<name>[A-Za-z0-9._:/\\-]+?)"
            + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?"
            + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");
    private static final int LONGEST = 1024;

    /**
     * Reads a pull spec. A name without a host is one of Docker Hub's, as container tools read it.
     *
     * @throws IllegalArgumentException when it is none, or its digest is no SHA-256
     */
    public static ImageReference parse(String pullSpec) {
        Matcher shape = SHAPE.matcher(pullSpec);
        if (pullSpec.length() > LONGEST || !shape.matches()) {
            throw notAReference(pullSpec);
        }
        String name = shape.group("name");
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean namesHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        String repository = namesHost ? name.substring(slash + 1) : withLibrary(name);
        if (!REPOSITORY.matcher(repository).matches()) {
            throw notAReference(pullSpec);
        }
        return new ImageReference(
                namesHost ? first : DOCKER_HUB, repository, text(shape, "tag"), text(shape, "digest"));
    }

    private static String withLibrary(String name) {
        return name.contains("/") ? name : "library/" + name;
    }

    private static String text(Matcher shape, String group) {
        String found = shape.group(group);
        return found == null ? "" : found;
    }

    private static IllegalArgumentException notAReference(String pullSpec) {
        return new IllegalArgumentException("not a reference to an image (host/repository, :tag, @sha256:digest): "
                + pullSpec.substring(0, Math.min(pullSpec.length(), LONGEST)));
    }

    /** Host and repository. */
    public String name() {
        return registry + "/" + repository;
    }

    /** The same repository, the image of that digest. */
    public ImageReference withDigest(String other) {
        return new ImageReference(registry, repository, "", other);
    }

    /** What a registry is asked for: the digest if there is one, else the tag, else {@code latest}. */
    public String version() {
        if (!digest.isEmpty()) {
            return digest;
        }
        return tag.isEmpty() ? "latest" : tag;
    }

    /** The pull spec. */
    @Override
    public String toString() {
        return name() + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }
}
