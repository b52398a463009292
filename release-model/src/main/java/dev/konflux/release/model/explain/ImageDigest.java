package dev.konflux.release.model.explain;

import java.util.Optional;

/** Whether an image is named by a digest, in the words of the image parser. */
public final class ImageDigest {

    private static final String ALGORITHM = "sha256:";
    private static final int LENGTH = 64;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 255;
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789_-./";

    private ImageDigest() {}

    /** What the parser finds wrong with an image reference; empty when it names a repository by its sha256 digest. */
    public static Optional<String> findFault(String image) {
        int at = image.indexOf('@');
        if (at < 0 || at != image.lastIndexOf('@')) {
            return Optional.of(
                    "a digest must contain exactly one '@' separator (e.g. registry/repository@digest) saw: " + image);
        }
        String digest = image.substring(at + 1);
        if (!digest.startsWith(ALGORITHM)) {
            return Optional.of("unsupported digest algorithm: " + digest);
        }
        String checksum = digest.substring(ALGORITHM.length());
        if (checksum.length() != LENGTH) {
            return Optional.of("invalid checksum digest length");
        }
        if (!checksum.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            return Optional.of("invalid checksum digest format");
        }
        return repositoryFault(withoutTag(image.substring(0, at)));
    }

    private static String withoutTag(String name) {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    private static Optional<String> repositoryFault(String name) {
        if (name.isEmpty()) {
            return Optional.of("a repository name must be specified");
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String repository = registry ? name.substring(slash + 1) : name;
        if (repository.length() < SHORTEST || repository.length() > LONGEST) {
            return Optional.of("repository must be between " + SHORTEST + " and " + LONGEST + " characters in length: "
                    + repository);
        }
        return repository.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
                ? Optional.empty()
                : Optional.of("repository can only contain the characters `" + CHARACTERS + "`: " + repository);
    }
}
